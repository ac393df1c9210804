import { Disposable, FileType, Uri, type WorkspaceFolder, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type FilesParams, filesNotification } from '../../server/src/lsp/protocol.ts'
import { mayBeMinutes, settingsPath } from './minutes.ts'
import { showReading } from './views/reading.ts'

type File = FilesParams['files'][number]

type Send = (root: Uri, files: readonly File[], more?: boolean) => Promise<void>

const batchSize = 100
/** Folders that are listed at a time: a remote repository takes its time for each. */
const listedAtOnce = 16

/** Whether a file whose path fits is in the workspace. It ends with the first. */
export async function findFile(fits: (path: string) => boolean): Promise<boolean> {
  for (const folder of workspace.workspaceFolders ?? []) {
    for await (const paths of pathsOf(folder.uri)) if (paths.some(fits)) return true
  }
  return false
}

/** Tells the server all files of the workspace, then those that change. The result ends it. */
export function sendFiles(client: BaseLanguageClient): Disposable {
  let told = Promise.resolve()
  let ended = false
  const send: Send = async (root, files, more = false) => {
    const params: FilesParams = { root: root.toString(), files, more }
    if (!ended) await client.sendNotification(filesNotification, params)
  }
  // Each telling waits for the one before: an older text may take longer to be read than a newer one.
  const queue = (telling: () => Promise<void>) => {
    told = told.then(telling).catch((error) => client.warn('Files could not be sent to the server', error, false))
  }
  const opened = (folders: readonly WorkspaceFolder[] = []) => {
    for (const { uri } of folders) queue(() => showReading((count) => sendFolder(uri, send, count)))
  }
  const changed = (uri: Uri) => queue(() => sendChange(uri, send))
  const watch = workspace.createFileSystemWatcher('**/*')
  opened(workspace.workspaceFolders)
  return Disposable.from(
    watch,
    watch.onDidCreate(changed),
    watch.onDidChange(changed),
    watch.onDidDelete(changed),
    workspace.onDidChangeWorkspaceFolders(({ added }) => opened(added)),
    new Disposable(() => {
      ended = true
    }),
  )
}

/** Sends all files of a workspace folder. The last notification says that it is the last, whatever could not be read. */
async function sendFolder(root: Uri, send: Send, count: (files: number) => void): Promise<void> {
  for await (const files of batchesOf(root)) {
    await send(root, files, true)
    count(files.length)
  }
  await send(root, [])
}

/** Sends what is at a place by now; of a folder, which file systems tell of as a whole, everything in it. */
async function sendChange(uri: Uri, send: Send): Promise<void> {
  const root = workspace.getWorkspaceFolder(uri)?.uri
  const path = workspace.asRelativePath(uri, false)
  if (!root || !isOfInterest(path)) return
  const type = await typeOf(uri)
  if (type === undefined) return send(root, [{ path, text: null }])
  if (type & FileType.File) return send(root, [await read(root, path)])
  for await (const files of batchesOf(root, path)) await send(root, files)
}

async function* batchesOf(root: Uri, folder = ''): AsyncGenerator<File[]> {
  for await (const paths of pathsOf(root, folder)) {
    for (let at = 0; at < paths.length; at += batchSize) {
      yield Promise.all(paths.slice(at, at + batchSize).map((path) => read(root, path)))
    }
  }
}

/** A file as the server is told it: with its text where the text says something, as gone where it cannot be read. */
async function read(root: Uri, path: string): Promise<File> {
  if (!mayBeMinutes(path) && path !== settingsPath) return { path }
  try {
    return { path, text: new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, path))) }
  } catch {
    return { path, text: null }
  }
}

/** `undefined` where nothing is. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type
  } catch {
    return undefined
  }
}

/**
 * Paths of all files in a folder of a workspace folder, those of one folder after the other, as they are listed. It walks, because not every
 * file system in a browser can be searched, and leaves out what the server leaves out.
 */
async function* pathsOf(root: Uri, within = ''): AsyncGenerator<string[]> {
  const waiting = [within]
  const listings = new Map<string, Promise<Listing>>()
  while (waiting.length || listings.size) {
    for (const folder of waiting.splice(0, listedAtOnce - listings.size)) listings.set(folder, listingOf(root, folder))
    const { folder, files, folders } = await Promise.race(listings.values())
    listings.delete(folder)
    waiting.push(...folders)
    if (files.length) yield files
  }
}

interface Listing {
  readonly folder: string
  readonly files: string[]
  readonly folders: readonly string[]
}

async function listingOf(root: Uri, folder: string): Promise<Listing> {
  const files: string[] = []
  const folders: string[] = []
  for (const [name, type] of await entries(Uri.joinPath(root, folder))) {
    const path = folder ? `${folder}/${name}` : name
    if (type & FileType.SymbolicLink || !isOfInterest(path)) continue
    if (type & FileType.File) files.push(path)
    else folders.push(path)
  }
  return { folder, files, folders }
}

/** Hidden folders and tools' own hold no minutes, and may be huge. */
function isOfInterest(path: string): boolean {
  return path === settingsPath || !/(?:^|\/)(?:\.|node_modules(?:\/|$))/.test(path)
}

/** An unreadable folder counts as empty. */
async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}
