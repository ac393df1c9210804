import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from './client.ts'
import { findFile, sendFiles } from './files.web.ts'
import { isMinutesPath } from './minutes.ts'

/** Called by VS Code in a browser: the server is a worker, and the files come to it. */
export function activate(context: ExtensionContext) {
  const server = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  return activateWith(context, {
    holdsMinutes: () => findFile(isMinutesPath),
    createClient: (options) => new LanguageClient('minutes', 'Minutes', async () => new Worker(server), options),
    onRunning: sendFiles,
  })
}
