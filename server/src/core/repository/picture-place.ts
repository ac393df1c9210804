import { relativeUrl } from '../minutes/forge-url.ts'
import { isPictureFile } from '../minutes/picture.ts'
import { folderOf, joinPath, nameOf } from '../text/path.ts'
import type { FileSet } from './files.ts'

const pictureFolder = /^(?:_?(?:assets?|images?|img|media|pics|pictures|figures|screenshots|attachments)|bilder)$/i

/**
 * The folder in which the pictures of a file are stored: its own, unless that has none while one below it, which is named for pictures,
 * has.
 */
export function pictureFolderOf(path: string, files: FileSet): string {
  const own = folderOf(path)
  const below = new Map<string, number>()
  for (const file of files) {
    if (!isPictureFile(file) || (own && !file.startsWith(`${own}/`))) continue
    const folder = folderOf(file)
    if (folder === own) return own
    if (folderOf(folder) === own && pictureFolder.test(nameOf(folder))) below.set(folder, (below.get(folder) ?? 0) + 1)
  }
  const [most] = [...below].sort(([, a], [, b]) => b - a)
  return most ? most[0] : own
}

/** How the file `from` shows a picture at the path `to`. It needs no brackets in Markdown, and no other quotes in HTML. */
export function pictureUrl(from: string, to: string): string {
  const encoded = relativeUrl(folderOf(from), to)
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27')
}

/** The path at which an upload is stored, for the file that shows it. */
export function storagePath(name: string, from: string, files: FileSet): string {
  return joinPath(pictureFolderOf(from, files), name)!
}
