import * as lsp from 'vscode-languageserver'
import type { Feature } from '../feature.ts'

/** `workspace/didChangeWorkspaceFolders`. */
export const workspaceFolders: Feature = {
  capabilities: () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  register({ connection, repositories, client, whenInitialized }) {
    if (!client.capabilities.workspace?.workspaceFolders) return
    whenInitialized(() => {
      connection.onNotification(lsp.DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
        for (const { uri } of removed) repositories.remove(uri)
        for (const { uri } of added) repositories.add(uri)
      })
    })
  },
}
