import { type ExtensionContext, Uri } from 'vscode'
import {
  type BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from 'vscode-languageclient/browser'
import { startClient } from './client.ts'
import { sendFiles } from './files.web.ts'

/** Starts the client in a browser: the server is a worker, and the files come to it. */
export function start(context: ExtensionContext, offered: (client: BaseLanguageClient) => void) {
  const script = (name: string) => Uri.joinPath(context.extensionUri, 'dist/web', name).toString(true)
  return startClient(context, offered, {
    createClient: (options) => {
      const initializationOptions = { ...options.initializationOptions, answers: script('answers.js') }
      const started = async () => startWorker(script('server.js'))
      return new LanguageClient('minutes', 'Minutes', started, { ...options, initializationOptions })
    },
    onRunning: sendFiles,
  })
}

/** A worker as the two ends of its channel: what VS Code's extension host makes in place of a worker is not always an instance of one. */
function startWorker(url: string) {
  const worker = new Worker(url)
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
}
