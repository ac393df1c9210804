import { commands, type Disposable, l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type NewDocument, type SetUpParams, serverCommands } from '../../../server/src/lsp/protocol.ts'
import { makeDocument } from '../make-document.ts'
import { settingsPath } from '../minutes.ts'

/**
 * The command that makes `.minutes.json`, and shows it where there is one. `clientNow` gives the client that there is: where there are no minutes, no
 * server runs, and the file is empty. The result ends it.
 */
export function setUp(clientNow: () => BaseLanguageClient | undefined): Disposable {
  return commands.registerCommand('minutes.setUp', async () => {
    const folder = await chosenFolder()
    if (!folder) return
    const uri = Uri.joinPath(folder.uri, settingsPath)
    if (await isThere(uri)) await window.showTextDocument(uri, { preview: false })
    else {
      const made = await askedFor(folder, clientNow())
      if (made) await makeDocument(made)
    }
  })
}

async function chosenFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = workspace
  if (workspaceFolders.length > 1)
    return window.showWorkspaceFolderPick({ placeHolder: l10n.t('The folder to set up for minutes') })
  if (!workspaceFolders.length)
    void window.showInformationMessage(l10n.t('Open the folder that holds the minutes, or will hold them.'))
  return workspaceFolders[0]
}

async function askedFor({ uri }: WorkspaceFolder, client: BaseLanguageClient | undefined): Promise<NewDocument | null> {
  if (!client?.isRunning()) {
    const empty = Uri.joinPath(uri, settingsPath).toString()
    return { uri: empty, text: '{}\n', position: { line: 0, character: 1 }, edit: {} }
  }
  const params: SetUpParams = { root: uri.toString() }
  // The library's own name of the request would load the library where there are no minutes.
  return client.sendRequest('workspace/executeCommand', { command: serverCommands.setUp, arguments: [params] })
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}
