import type { Minutes } from '../minutes/minutes.ts'
import { isInText, type Picture, pictureName, withoutQuery } from '../minutes/picture.ts'
import { folderOf } from '../text/path.ts'
import { slice } from '../text/span.ts'
import type { FileSet } from './files.ts'
import { seriesFolderOf } from './series.ts'
import type { Summary } from './summary.ts'

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|upload_[0-9a-f]{32}'

/** Pads name what is uploaded themselves, and keep it in one place: that of HedgeDoc and CodiMD, or that of HackMD. */
const padUpload = new RegExp(
  `^https?://[^/\\s]+/(?!wp-content/)(?:[\\w.-]+/){0,2}uploads/(?:${id})\\.\\w+$|^https?://hackmd\\.io/_uploads/[\\w-]+\\.\\w+$`,
  'i',
)

/** Whether a URL is that of a picture which was uploaded to a pad. `prefixes` are those of `.minutes.json`, where it has them. */
export function isUpload(url: string, prefixes: readonly string[] | undefined): boolean {
  const place = withoutQuery(url)
  if (!pictureName(place)) return false
  if (!prefixes) return padUpload.test(place)
  return prefixes.some((prefix) => withoutScheme(place).startsWith(withoutScheme(prefix)))
}

/** The file that an upload is, or would be, stored as. */
export function storedName(url: string): string {
  return pictureName(url)
    .replace(/[^\p{L}\p{N}._-]/gu, '-')
    .replace(/^\./, '-')
}

/**
 * The copy of an upload that belongs to the file `from`: in its folder or its series, whatever the folder below is called, or anywhere, where
 * the name is one that only a pad gives.
 */
export function copyOf(url: string, from: string, files: FileSet): string | undefined {
  const copies = files.named(storedName(url))
  if (!copies.length) return undefined
  for (const folder of [folderOf(from), seriesFolderOf(from)]) {
    const near = shortest(copies.filter((copy) => !folder || copy.startsWith(`${folder}/`)))
    if (near) return near
  }
  return isUpload(url, undefined) ? shortest(copies) : undefined
}

/** So few files may have been forgotten one by one. */
const fewFiles = 5

/** Whether a community leaves its pictures on the pad: many files show some, and no copy of any is stored. */
export function leavesUploads(summaries: Iterable<Summary>, files: FileSet): boolean {
  let showing = 0
  for (const { uploads } of summaries) {
    if (uploads.some((name) => files.named(name).length)) return false
    if (uploads.length) showing += 1
  }
  return showing > fewFiles
}

/** The pictures of a file that the text itself shows and that have a URL. */
export function picturesInText(minutes: Minutes, url: string): Picture[] {
  return minutes.pictures.filter((picture) => isInText(picture) && slice(minutes.text, picture.url) === url)
}

function shortest(paths: readonly string[]): string | undefined {
  return [...paths].sort((a, b) => a.length - b.length)[0]
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:/i, '')
}
