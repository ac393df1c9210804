import { l10n, Uri, type WorkspaceFolder, workspace } from 'vscode'
import { hostOf } from '../../server/src/download/address.ts'
import { downloadPicture, type Terms } from '../../server/src/download/download.ts'
import { whyNotDownloaded } from '../../server/src/download/words.ts'
import type { PictureToSave } from '../../server/src/lsp/protocol.ts'
import { exists } from './exists.ts'

/** Stores a picture in a workspace folder, whole or not at all, where no file is. The result is why it could not be, as a sentence. */
export async function storePicture(
  { url, path }: PictureToSave,
  folder: WorkspaceFolder,
  terms: Terms,
): Promise<string | undefined> {
  const place = pictureAt(path, folder)
  const host = hostOf(url)
  if (!place || host === undefined) return l10n.t('This is no place for a picture.')
  if (await exists(place)) return alreadyThere()
  try {
    const bytes = await downloadPicture(url, terms)
    return await write(bytes, place)
  } catch (error) {
    return whyNotDownloaded(host, error, l10n)
  }
}

/** Takes away pictures that have been stored a moment ago. */
export async function discardPictures(pictures: readonly PictureToSave[], folder: WorkspaceFolder): Promise<void> {
  for (const { path } of pictures) {
    const place = pictureAt(path, folder)
    if (place) await removed(place)
  }
}

function alreadyThere(): string {
  return l10n.t('A file of that name is there already.')
}

/** A file has its name only when it is whole, and takes that of no other one, which may have come meanwhile. */
async function write(bytes: Uint8Array, place: Uri): Promise<string | undefined> {
  // Of its own name, so that another window that stores the same picture does not meet it.
  const part = place.with({ path: `${place.path}.${crypto.randomUUID()}.minutes.tmp` })
  try {
    await workspace.fs.writeFile(part, bytes)
    await workspace.fs.rename(part, place, { overwrite: false })
    return undefined
  } catch (error) {
    if (await exists(place)) return alreadyThere()
    return l10n.t('It cannot be written: {0}', (error as Error).message)
  } finally {
    await removed(part)
  }
}

/** A place for a picture inside of a folder: no hidden one, and nothing but a picture. */
function pictureAt(path: string, { uri }: WorkspaceFolder): Uri | undefined {
  const isPicture = /\.(?:apng|avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(path)
  return isPicture && !/^\/|\\|(?:^|\/)\./.test(path) ? Uri.joinPath(uri, path) : undefined
}

async function removed(place: Uri): Promise<void> {
  if (await exists(place)) await workspace.fs.delete(place)
}
