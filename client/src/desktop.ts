import { Disposable, type ExtensionContext } from 'vscode'
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { startClient } from './client.ts'
import { savePictures, savePicturesFrom, savePicturesOf } from './commands/save-image.ts'

/** Starts the client on a machine: the server is a process. */
export function start(context: ExtensionContext, made: (client: BaseLanguageClient) => void) {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.stdio }
  return startClient(context, made, {
    createClient: (options) => new LanguageClient('minutes', 'Minutes', server, options),
    pictures: {
      register: (client) => Disposable.from(savePictures(client), savePicturesOf(client)),
      storeFrom: savePicturesFrom,
    },
  })
}
