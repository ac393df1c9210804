import * as lsp from 'vscode-languageserver'
import type { ClientFacts, Feature } from '../feature.ts'

/** `workspace/didChangeWorkspaceFolders`. */
export const workspaceFolders: Feature = {
  capabilities: (client) =>
    takesFolders(client) ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {},
  register({ connection, repositories, client, whenInitialized }) {
    if (!takesFolders(client)) return
    whenInitialized(() => {
      connection.onNotification(lsp.DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
        for (const { uri } of removed) repositories.remove(uri)
        for (const { uri } of added) repositories.add(uri)
      })
    })
  },
}

function takesFolders({ capabilities }: ClientFacts): boolean {
  return capabilities.workspace?.workspaceFolders === true
}
