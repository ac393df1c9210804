import { type ExtensionContext, workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from './client.ts'
import { minutesGlob } from './minutes.ts'

/** Called by VS Code on the desktop and on a remote machine: the server is a process. */
export function activate(context: ExtensionContext) {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.stdio }
  return activateWith(context, {
    holdsMinutes: async () => (await workspace.findFiles(minutesGlob, '**/node_modules/**', 1)).length > 0,
    createClient: (options) => new LanguageClient('minutes', 'Minutes', server, options),
  })
}
