import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from './client.ts'
import { findFile, sendFiles } from './files.web.ts'
import { isMinutesPath } from './minutes.ts'

/** Called by VS Code in a browser: the server is a worker, and the files come to it. */
export function activate(context: ExtensionContext) {
  const server = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  return activateWith(context, {
    holdsMinutes: () => findFile(isMinutesPath),
    createClient: (options) => new LanguageClient('minutes', 'Minutes', async () => startWorker(server), options),
    onRunning: sendFiles,
  })
}

/** A worker as the two ends of its channel: what VS Code's extension host makes in place of a worker is not always an instance of one. */
function startWorker(url: string) {
  const worker = new Worker(url)
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
}
