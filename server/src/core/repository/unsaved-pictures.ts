import type { Minutes } from '../minutes/minutes.ts'
import { isInText } from '../minutes/picture.ts'
import { storedName } from '../minutes/upload.ts'
import { slice } from '../text/span.ts'
import { edit, type FileEdit, type Save } from './fix.ts'
import { pictureUrl, storagePath } from './picture-place.ts'
import type { Repository } from './repository.ts'
import { copyOf, picturesInText } from './uploads.ts'

/** A picture that the minutes show from the pad. */
export interface PadPicture extends Save {
  /** Whether its copy is in the repository already: then `to` is the path of that. */
  readonly isStored: boolean
}

/** The pictures that minutes show from the pad, each once, in the order of the text. What is `wanted` counts too, wherever it is. */
export function padPicturesOf(
  minutes: Minutes,
  repository: Repository,
  isWanted: (url: string) => boolean = () => false,
): PadPicture[] {
  const { path, text, pictures } = minutes
  const urls = pictures.filter(isInText).map(({ url }) => slice(text, url))
  return [...new Set(urls)].flatMap((url): PadPicture[] => {
    if (!repository.isUpload(url) && !isWanted(url)) return []
    const copy = copyOf(url, path, repository.files)
    return [{ url, to: copy ?? placeFor(url, minutes, repository), isStored: copy !== undefined }]
  })
}

/** The path at which a picture of the pad is stored. */
export function placeFor(url: string, { path }: Minutes, { files }: Repository): string {
  return storagePath(storedName(url), path, files)
}

/** What lets minutes show a picture from the repository wherever the text shows it from the pad. */
export function editsToShow({ url, to }: Save, minutes: Minutes): FileEdit[] {
  const shown = pictureUrl(minutes.path, to)
  return picturesInText(minutes, url).map((picture) => edit(minutes.path, picture.url, shown))
}
