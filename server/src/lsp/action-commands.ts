import * as lsp from 'vscode-languageserver'
import { appliesEdits } from './action-support.ts'
import { attempted, type Context } from './feature.ts'
import { editOf } from './offered-action.ts'
import { type OfferedAction, serverCommands } from './protocol.ts'
import { misuse, say } from './told.ts'

/** The command by which a client has an edit made that takes no edits in actions. */
export const actionCommands: Readonly<
  Record<string, (args: readonly unknown[], context: Context) => Promise<null | lsp.ResponseError>>
> = {
  [serverCommands.applyAction]: ([action], context) => applied(action, context),
}

export function toCommand(action: OfferedAction): lsp.Command {
  return { title: action.title, command: serverCommands.applyAction, arguments: [action] }
}

async function applied(action: unknown, context: Context): Promise<null | lsp.ResponseError> {
  if (!isOffered(action)) return misuse(usage)
  const { connection, client, repositories } = context
  if (!appliesEdits(client)) return say(makesNoEdits, context)
  await repositories.whenReady(action.uri)
  const edit = editOf(action, context)
  if (!edit) return say(gone, context)
  // The command has its answer before the edit is made: a client may wait for the one with the other.
  void attempted(connection, async () => {
    await connection.workspace.applyEdit({ label: action.title, edit })
  })
  return null
}

const usage =
  'The command takes one argument, that of a command with which the server has answered textDocument/codeAction. Pass it.'
const makesNoEdits = 'This editor makes no edits for a language server. Change the text by hand.'
const gone = 'The text is another one by now, and this is no longer offered for it. Ask for its fixes again.'

function isOffered(value: unknown): value is OfferedAction {
  const { uri, range, kind, title, at } = (value ?? {}) as Partial<OfferedAction>
  return [uri, kind, title].every((one) => typeof one === 'string') && lsp.Range.is(range) && typeof at === 'number'
}
