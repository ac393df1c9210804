import type { Minutes } from '../minutes/minutes.ts'
import { isInText, type Picture } from '../minutes/picture.ts'
import { pictureAddress } from '../minutes/picture-address.ts'
import { isUpload, storedName } from '../minutes/upload.ts'
import { folderOf } from '../text/path.ts'
import type { FileSet } from './files.ts'
import { seriesFolderOf } from './series.ts'

/**
 * The copy of an upload that belongs to the file `from`: in its folder or its series, whatever the folder below is called, or else anywhere.
 * Only a name that a pad has given tells which picture it is: others are given twice.
 */
export function copyOf(url: string, from: string, files: FileSet): string | undefined {
  const copies = files.named(storedName(url))
  if (!copies.length || !isUpload(url, undefined)) return undefined
  for (const folder of [folderOf(from), seriesFolderOf(from)]) {
    const near = shortest(copies.filter((copy) => !folder || copy.startsWith(`${folder}/`)))
    if (near) return near
  }
  return shortest(copies)
}

/** The pictures of a file that the text itself shows and that have a URL. */
export function picturesInText(minutes: Minutes, url: string): Picture[] {
  return minutes.pictures.filter((picture) => isInText(picture) && pictureAddress(picture, minutes.text) === url)
}

function shortest(paths: readonly string[]): string | undefined {
  return [...paths].sort((a, b) => a.length - b.length)[0]
}
