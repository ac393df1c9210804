import { l10n, Range, Uri, window, workspace } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, type WorkspaceEdit } from 'vscode-languageclient'
import { type ActionEntry, type ChangeActionParams, serverCommands } from '../../../server/src/lsp/protocol.ts'

/** Says in the minutes that an action is done: one of the view, or else the one at the cursor. */
export function markDone(client: BaseLanguageClient, action: ActionEntry | undefined): Promise<void> {
  return change(client, serverCommands.markDone, action)
}

/** Adds an action to the team's latest minutes: one of the view, or else the one at the cursor. */
export function carryOver(client: BaseLanguageClient, action: ActionEntry | undefined): Promise<void> {
  return change(client, serverCommands.carryOver, action)
}

async function change(client: BaseLanguageClient, command: string, action: ActionEntry | undefined): Promise<void> {
  const params = action ? placeOf(action) : placeAtCursor(client)
  if (!params) return
  try {
    const edit: WorkspaceEdit = await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [params] })
    await make(client, edit)
  } catch (error) {
    // The server says why nothing is to be changed.
    void window.showInformationMessage((error as Error).message)
  }
}

/** Makes the edit in one step, which one undo takes back, and shows what has changed. It is not saved. */
async function make(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<void> {
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit)
  if (!(await workspace.applyEdit(changes))) {
    void window.showInformationMessage(l10n.t('The minutes have changed meanwhile. Try again.'))
    return
  }
  const [[uri, edits] = []] = changes.entries()
  const [first] = edits ?? []
  if (!uri || !first) return
  const lines = first.newText.split(/\r\n|\r|\n/)
  const line = first.range.start.line + lines.length - 1
  const document = await workspace.openTextDocument(uri)
  await window.showTextDocument(document, { selection: endOf(document.lineAt(line).range), preview: false })
}

function endOf({ end }: Range): Range {
  return new Range(end, end)
}

function placeOf({ last }: ActionEntry): ChangeActionParams {
  const { uri, range } = last.location
  return { textDocument: { uri: Uri.parse(uri).toString() }, position: range.start }
}

function placeAtCursor(client: BaseLanguageClient): ChangeActionParams | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const { document, selection } = editor
  const { textDocument, position } = client.code2ProtocolConverter.asTextDocumentPositionParams(
    document,
    selection.active,
  )
  return { textDocument, position }
}
