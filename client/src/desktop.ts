import { Disposable, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { startClient } from './client.ts'
import { savePictures, savePicturesFrom, savePicturesOf } from './commands/save-image.ts'
import { ProcessClient } from './process-client.ts'

/** Starts the client on a machine: the server is a process. */
export function start(context: ExtensionContext, offered: (client: BaseLanguageClient) => void) {
  const server = context.asAbsolutePath('dist/server.js')
  return startClient(context, offered, {
    createClient: (options) => new ProcessClient(server, options),
    pictures: {
      register: (client) => Disposable.from(savePictures(client), savePicturesOf(client)),
      storeFrom: savePicturesFrom,
    },
  })
}
