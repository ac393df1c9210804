import { commands, type Disposable, l10n, ProgressLocation, Uri, type WorkspaceFolder, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type NewDocument, type SetUpParams, serverCommands } from '../../../server/src/lsp/protocol.ts'
import { exists } from '../exists.ts'
import { makeDocument } from '../make-document.ts'
import { settingsPath } from '../minutes.ts'

/**
 * The command that makes `.minutes.json`, and shows it where there is one. `startedClient` gives the client once its server runs, or cannot: where
 * there are no minutes, there is none, and the file is empty. The result ends it.
 */
export function setUp(startedClient: () => Promise<BaseLanguageClient | undefined>): Disposable {
  return commands.registerCommand('minutes.setUp', async () => {
    const folder = await chosenFolder()
    if (!folder) return
    const uri = Uri.joinPath(folder.uri, settingsPath)
    if (await exists(uri)) await window.showTextDocument(uri, { preview: false })
    else {
      const reading = { location: ProgressLocation.Window, title: l10n.t('Reading the repository') }
      const made = await window.withProgress(reading, async () => settingsFor(folder, await startedClient()))
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

async function settingsFor(
  { uri }: WorkspaceFolder,
  client: BaseLanguageClient | undefined,
): Promise<NewDocument | null> {
  if (!client) {
    const empty = Uri.joinPath(uri, settingsPath).toString()
    return { uri: empty, text: '{}\n', position: { line: 0, character: 1 }, edit: {} }
  }
  const params: SetUpParams = { root: uri.toString() }
  // The library's own name of the request would load the library where there are no minutes.
  const request = { command: serverCommands.setUp, arguments: [params] }
  const made = client.isRunning()
    ? await client.sendRequest<NewDocument | null>('workspace/executeCommand', request).catch(() => undefined)
    : undefined
  if (made === undefined) void tellThatNobodyKnows()
  return made ?? null
}

/** An empty file would say that nothing is known of minutes that nobody has read. */
async function tellThatNobodyKnows(): Promise<void> {
  const reload = l10n.t('Reload Window')
  const message = l10n.t(
    'The language server of Minutes has not answered, and it alone knows what .minutes.json is to say. Reload the window, and set up the repository then.',
  )
  if ((await window.showErrorMessage(message, reload)) === reload)
    await commands.executeCommand('workbench.action.reloadWindow')
}
