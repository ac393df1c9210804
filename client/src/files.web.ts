import { type Disposable, FileType, Uri, type WorkspaceFolder, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type FilesParams, filesNotification } from '../../server/src/lsp/protocol.ts'

type File = FilesParams['files'][number]

const batchSize = 100

/** Whether a file whose path fits is in the workspace. It ends with the first. */
export async function findFile(fits: (path: string) => boolean): Promise<boolean> {
  for (const folder of workspace.workspaceFolders ?? []) {
    for await (const path of pathsOf(folder.uri)) if (fits(path)) return true
  }
  return false
}

/** Tells the server all files of the workspace, then those that change. */
export async function sendFiles(client: BaseLanguageClient, subscriptions: Disposable[]): Promise<void> {
  const send = (folder: WorkspaceFolder, files: File[], more = false) =>
    client.sendNotification(filesNotification, { root: rootOf(folder), files, more } satisfies FilesParams)
  const watch = workspace.createFileSystemWatcher('**/*')
  const tell = async (uri: Uri, gone: boolean) => {
    const folder = workspace.getWorkspaceFolder(uri)
    const path = workspace.asRelativePath(uri, false)
    if (folder) await send(folder, [gone ? { path, text: null } : await read(folder, path)])
  }
  subscriptions.push(
    watch,
    watch.onDidCreate((uri) => tell(uri, false)),
    watch.onDidChange((uri) => tell(uri, false)),
    watch.onDidDelete((uri) => tell(uri, true)),
  )
  subscriptions.push(workspace.onDidChangeWorkspaceFolders(({ added }) => Promise.all(added.map(sendFolder))))
  await Promise.all((workspace.workspaceFolders ?? []).map(sendFolder))

  async function sendFolder(folder: WorkspaceFolder) {
    const batch: string[] = []
    const flush = async (more: boolean) =>
      send(folder, await Promise.all(batch.splice(0).map((path) => read(folder, path))), more)
    for await (const path of pathsOf(folder.uri)) {
      batch.push(path)
      if (batch.length === batchSize) await flush(true)
    }
    await flush(false)
  }
}

/** A file as the server is told it: with its text where the text says something, as gone where it cannot be read. */
async function read(folder: WorkspaceFolder, path: string): Promise<File> {
  if (!/\.md$|^\.minutes\.json$/.test(path)) return { path }
  try {
    return { path, text: new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder.uri, path))) }
  } catch {
    return { path, text: null }
  }
}

/**
 * Paths of all files below a folder, the nearest first. It walks, because not every file system in a browser can be searched.
 * Tools' own folders hold no minutes and may be huge.
 */
async function* pathsOf(root: Uri): AsyncGenerator<string> {
  const folders = ['']
  for (const folder of folders) {
    for (const [name, type] of await entries(Uri.joinPath(root, folder))) {
      const path = folder ? `${folder}/${name}` : name
      if (type & FileType.SymbolicLink) continue
      if (type & FileType.File) yield path
      else if (name !== 'node_modules' && name !== '.git') folders.push(path)
    }
  }
}

/** An unreadable folder counts as empty. */
async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}

function rootOf(folder: WorkspaceFolder): string {
  return folder.uri.toString().replace(/\/$/, '')
}
