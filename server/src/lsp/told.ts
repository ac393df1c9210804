import * as lsp from 'vscode-languageserver'
import type { Refusal } from '../core/authoring/refusal.ts'
import { uriOf } from './convert.ts'
import { attempted, type Context } from './feature.ts'
import type { Folder } from './repositories.ts'

/** Says why there are no new minutes. What is there already can be opened. */
export async function told({ refused, existing }: Refusal, { root }: Folder, context: Context): Promise<null> {
  const { connection, client } = context
  const { showDocument, showMessage } = client.capabilities.window ?? {}
  if (existing === undefined || !showDocument?.support || !showMessage) {
    return say(refused, context)
  }
  // The command has its answer before anybody has read this.
  void attempted(connection, async () => {
    const choice = await connection.window.showInformationMessage(refused, { title: 'Open' })
    if (choice) await connection.window.showDocument({ uri: uriOf(root, existing), takeFocus: true })
  })
  return null
}

/** Tells the user something, for an answer that holds nothing. */
export async function say(message: string, { connection }: Context): Promise<null> {
  await connection.sendNotification(lsp.ShowMessageNotification.type, { type: lsp.MessageType.Info, message })
  return null
}

/** What a client is answered that calls a command with the wrong arguments. */
export function misuse(message: string): lsp.ResponseError {
  return new lsp.ResponseError(lsp.ErrorCodes.InvalidParams, message)
}
