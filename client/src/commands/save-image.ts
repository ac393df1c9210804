import {
  type CancellationToken,
  commands,
  type Disposable,
  env,
  ProgressLocation,
  Range,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode'
import { type Hosts, hostOf } from '../../../server/src/download/address.ts'
import { downloadPicture, type Terms } from '../../../server/src/download/download.ts'
import { type PictureToSave, type SavePicturesParams, savePicturesCommand } from '../../../server/src/lsp/protocol.ts'

/** The command of quick fixes that store pictures. The result ends it. */
export function savePictures(): Disposable {
  return commands.registerCommand(savePicturesCommand, save)
}

/** Asks, downloads, stores, and lets the text show what is stored. What fails is told; the other pictures are stored all the same. */
async function save(params: SavePicturesParams): Promise<void> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(params.uri))
  if (!folder || !(await agreed(params.pictures))) return
  const options = { location: ProgressLocation.Notification, title: 'Minutes: storing pictures', cancellable: true }
  const stored = await window.withProgress(options, (_, token) => storeAll(params.pictures, folder, token))
  if (stored.length) await show(stored, params)
}

async function agreed(pictures: readonly PictureToSave[]): Promise<boolean> {
  const hosts = [...hostsOf(pictures)].join(', ')
  const [first] = pictures
  const question =
    pictures.length === 1
      ? `Download the picture from ${hosts} and store it as ${first!.path}?`
      : `Download ${pictures.length} pictures from ${hosts} and store them?`
  const detail = pictures.length === 1 ? first!.url : pictures.map(({ path }) => path).join('\n')
  return (await window.showInformationMessage(question, { modal: true, detail }, 'Download')) === 'Download'
}

async function storeAll(
  pictures: readonly PictureToSave[],
  folder: WorkspaceFolder,
  token: CancellationToken,
): Promise<PictureToSave[]> {
  const cancelled = new AbortController()
  const terms = { hosts: hostsOf(pictures), signal: cancelled.signal }
  token.onCancellationRequested(() => cancelled.abort())
  const stored: PictureToSave[] = []
  for (const picture of pictures) {
    if (token.isCancellationRequested) break
    const failure = await store(picture, folder, terms)
    if (!failure) stored.push(picture)
    else if (!token.isCancellationRequested) void tell(picture, failure)
  }
  return stored
}

/** Stores a picture. The result is why it could not be. */
async function store({ url, path }: PictureToSave, folder: WorkspaceFolder, terms: Terms): Promise<string | undefined> {
  const place = placeOf(path, folder)
  const host = hostOf(url)
  if (!place || host === undefined) return 'This is no place for a picture.'
  if (await exists(place)) return 'A file of that name is there already.'
  try {
    const bytes = await downloadPicture(url, terms)
    // It may have come meanwhile.
    if (await exists(place)) return 'A file of that name is there already.'
    await workspace.fs.writeFile(place, bytes)
    return undefined
  } catch (error) {
    return `${host} ${(error as Error).message}.`
  }
}

/** The hosts that the user is asked about. */
function hostsOf(pictures: readonly PictureToSave[]): Hosts {
  return new Set(pictures.flatMap(({ url }) => hostOf(url) ?? []))
}

/** A place for a picture inside of a folder: no hidden one, and nothing but a picture. */
function placeOf(path: string, { uri }: WorkspaceFolder): Uri | undefined {
  const isPicture = /\.(?:apng|avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(path)
  return isPicture && !/^\/|\\|(?:^|\/)\./.test(path) ? Uri.joinPath(uri, path) : undefined
}

async function exists(place: Uri): Promise<boolean> {
  return workspace.fs.stat(place).then(
    () => true,
    () => false,
  )
}

async function tell({ url, path }: PictureToSave, failure: string): Promise<void> {
  const open = 'Open Picture'
  const message = `Minutes could not store ${path}. ${failure} You may store it by hand.`
  if ((await window.showErrorMessage(message, open)) === open) await env.openExternal(Uri.parse(url))
}

/** Lets the document show stored pictures, unless it has changed since the edits were made: the server then offers them anew. */
async function show(stored: readonly PictureToSave[], { uri, version }: SavePicturesParams): Promise<void> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === Uri.parse(uri).toString())
  if (document?.version !== version) return
  const edit = new WorkspaceEdit()
  for (const { range, newText } of stored.flatMap(({ edits }) => edits)) {
    const { start, end } = range
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText)
  }
  if (edit.size) await workspace.applyEdit(edit)
}
