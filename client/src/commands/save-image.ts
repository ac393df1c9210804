import {
  type CancellationToken,
  commands,
  type Disposable,
  env,
  l10n,
  type Progress,
  ProgressLocation,
  Range,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode'
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageclient'
import { type Hosts, hostOf } from '../../../server/src/download/address.ts'
import {
  type DocumentParams,
  type PictureToSave,
  type SavePicturesParams,
  savePicturesCommand,
  serverCommands,
} from '../../../server/src/lsp/protocol.ts'
import { isTrusted } from '../only-trusted.ts'
import { discardPictures, storePicture } from '../store-picture.ts'

/** The command of quick fixes that store pictures. The result ends it. */
export function savePictures(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(savePicturesCommand, (params: SavePicturesParams) => save(params, client))
}

/** The command that stores all pictures of the file in the editor. The result ends it. */
export function savePicturesOf(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('minutes.saveImages', async () => {
    const document = window.activeTextEditor?.document
    if (document) await saveAllOf(document.uri, client)
  })
}

/** Stores all pictures that an open document shows from a pad. */
async function saveAllOf(uri: Uri, client: BaseLanguageClient): Promise<void> {
  const found = await picturesOf(uri, client)
  if (found.pictures.length) await save(found, client)
  else
    void window.showInformationMessage(l10n.t('These minutes show no picture from a pad, so there is nothing to save.'))
}

/**
 * Stores the pictures of a document that has come from a pad, which its user has named by its URL; others are asked about. The result is whether
 * the user has let it come to its end.
 */
export async function savePicturesFrom(pad: string, uri: Uri, client: BaseLanguageClient): Promise<boolean> {
  const found = await picturesOf(uri, client)
  if (!found.pictures.length) return true
  return save({ ...found, uploads: [...(found.uploads ?? []), pad] }, client)
}

async function picturesOf(uri: Uri, client: BaseLanguageClient): Promise<SavePicturesParams> {
  const params: DocumentParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } }
  const request = { command: serverCommands.picturesToSave, arguments: [params] }
  return client.sendRequest(ExecuteCommandRequest.type, request)
}

/**
 * Asks, downloads, stores, and lets the text show what is stored. What fails is told in the end; the other pictures are stored all the same. The
 * result is `false` when downloading was cancelled.
 */
async function save(params: SavePicturesParams, client: BaseLanguageClient): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(params.uri))
  const missing = params.pictures.filter(({ isStored }) => !isStored)
  if (
    !folder ||
    !(await isTrusted(l10n.t('Pictures are saved in workspaces alone that you trust.'))) ||
    !(await agreed(missing, params.uploads ?? []))
  )
    return true
  const outcome = missing.length ? await downloading(missing, folder, params.uploads ?? []) : nothing
  if (!outcome) return false
  await tellOf(outcome.stored, folder, client)
  const known = params.pictures.filter(({ isStored }) => isStored)
  await show([...known, ...outcome.stored], params)
  void tell(outcome.failures, missing.length)
  return true
}

/** VS Code tells of new files a moment late: the server would take them for missing once the text shows them. */
async function tellOf(stored: readonly PictureToSave[], { uri }: WorkspaceFolder, client: BaseLanguageClient) {
  const changes = stored.map(
    ({ path }): FileEvent => ({
      uri: client.code2ProtocolConverter.asUri(Uri.joinPath(uri, path)),
      type: FileChangeType.Created,
    }),
  )
  if (changes.length) await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes })
}

interface Outcome {
  readonly stored: readonly PictureToSave[]
  readonly failures: readonly Failure[]
}

interface Failure {
  readonly picture: PictureToSave
  /** A sentence. */
  readonly reason: string
}

const nothing: Outcome = { stored: [], failures: [] }

/** What the settings name needs no word. Of other hosts the user is asked, once. */
async function agreed(pictures: readonly PictureToSave[], uploads: readonly string[]): Promise<boolean> {
  const named = hostsIn(uploads)
  const asked = pictures.filter(({ url }) => !named.has(hostOf(url) ?? ''))
  const [first] = asked
  if (!first) return true
  const hosts = [...hostsOf(asked)].join(', ')
  const question =
    asked.length === 1
      ? l10n.t('Download the picture from {0} and store it as {1}?', hosts, first.path)
      : l10n.t('Download {0} pictures from {1} and store them?', asked.length, hosts)
  const detail = asked.length === 1 ? first.url : asked.map(({ path }) => path).join('\n')
  const download = l10n.t('Download')
  return (await window.showInformationMessage(question, { modal: true, detail }, download)) === download
}

/** `undefined` when the user has had enough: then all is as it was. */
async function downloading(
  pictures: readonly PictureToSave[],
  folder: WorkspaceFolder,
  uploads: readonly string[],
): Promise<Outcome | undefined> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Saving pictures'), cancellable: true }
  return window.withProgress(options, (progress, token) => {
    const hosts = new Set([...hostsOf(pictures), ...hostsIn(uploads)])
    return storeAll(pictures, folder, hosts, progress, token)
  })
}

async function storeAll(
  pictures: readonly PictureToSave[],
  folder: WorkspaceFolder,
  hosts: Hosts,
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<Outcome | undefined> {
  const cancelled = new AbortController()
  const terms = { hosts, signal: cancelled.signal }
  token.onCancellationRequested(() => cancelled.abort())
  const stored: PictureToSave[] = []
  const failures: Failure[] = []
  for (const [at, picture] of pictures.entries()) {
    progress.report({ message: l10n.t('{0} of {1}', at + 1, pictures.length), increment: at && 100 / pictures.length })
    const reason = await storePicture(picture, folder, terms)
    if (reason === undefined) stored.push(picture)
    else failures.push({ picture, reason })
    if (!token.isCancellationRequested) continue
    await discardPictures(stored, folder)
    return undefined
  }
  return { stored, failures }
}

/** The hosts of pictures. These may be asked, and those that the settings name: no redirection leads to another one. */
function hostsOf(pictures: readonly PictureToSave[]): Hosts {
  return hostsIn(pictures.map(({ url }) => url))
}

function hostsIn(urls: readonly string[]): Hosts {
  return new Set(urls.flatMap((url) => hostOf(url) ?? []))
}

async function tell(failures: readonly Failure[], of: number): Promise<void> {
  const [first] = failures
  if (!first) return
  if (failures.length > 1) {
    const reasons = failures.map(({ picture, reason }) => `${picture.path}: ${reason}`).join(' ')
    void window.showErrorMessage(l10n.t('{0} of {1} pictures could not be stored. {2}', failures.length, of, reasons))
    return
  }
  const open = l10n.t('Open Picture')
  const message = l10n.t('Minutes could not store {0}. {1} You may store it by hand.', first.picture.path, first.reason)
  if ((await window.showErrorMessage(message, open)) === open) await env.openExternal(Uri.parse(first.picture.url))
}

/** Lets the document show stored pictures in one edit, unless it has changed since that was made. */
async function show(stored: readonly PictureToSave[], { uri, version }: SavePicturesParams): Promise<void> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === Uri.parse(uri).toString())
  const edit = new WorkspaceEdit()
  for (const { range, newText } of stored.flatMap(({ edits }) => edits)) {
    const { start, end } = range
    edit.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText)
  }
  if (!edit.size) return
  if (document?.version === version && (await workspace.applyEdit(edit))) return
  void window.showInformationMessage(
    l10n.t(
      'Run "Minutes: Save Images…" again: the text has changed meanwhile, and does not show the stored pictures yet.',
    ),
  )
}
