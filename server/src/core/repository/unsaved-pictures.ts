import type { Minutes } from '../minutes/minutes.ts'
import { isInText } from '../minutes/picture.ts'
import { pictureAddress } from '../minutes/picture-address.ts'
import { storedName } from '../minutes/upload.ts'
import { edit, type FileEdit, type Save } from './fix.ts'
import { pictureUrl, storagePath } from './picture-place.ts'
import type { Repository } from './repository.ts'
import { copyOf, picturesInText } from './uploads.ts'

/** A picture that the minutes show from a host. */
export interface RemotePicture extends Save {
  /** Whether its copy is in the repository already: then `to` is the path of that. */
  readonly isStored: boolean
}

/** The pictures that minutes show from the pad, each once, in the order of the text. */
export function padPicturesOf(minutes: Minutes, repository: Repository): RemotePicture[] {
  return remotePicturesOf(minutes, repository, () => false)
}

/** The pictures that minutes show from the pad, and those that `isWanted` says of their URLs, each once, in the order of the text. */
export function remotePicturesOf(
  minutes: Minutes,
  repository: Repository,
  isWanted: (url: string) => boolean,
): RemotePicture[] {
  return shownUrls(minutes).flatMap((url): RemotePicture[] => {
    if (!repository.isUpload(url) && !isWanted(url)) return []
    const copy = copyOf(url, minutes.path, repository.files)
    return [{ url, to: copy ?? placeFor(url, minutes, repository), isStored: copy !== undefined }]
  })
}

/** The URLs of the pictures that the text of minutes shows, each once. */
export function shownUrls({ text, pictures }: Minutes): string[] {
  return [...new Set(pictures.filter(isInText).map((picture) => pictureAddress(picture, text)))]
}

/** The path at which a picture from a host is stored. */
export function placeFor(url: string, { path }: Minutes, { files }: Repository): string {
  return storagePath(storedName(url), path, files)
}

/** What lets minutes show a picture from the repository wherever the text shows it from its host. */
export function editsToShow({ url, to }: Save, minutes: Minutes): FileEdit[] {
  const shown = pictureUrl(minutes.path, to)
  return picturesInText(minutes, url).map((picture) => edit(minutes.path, picture.url, shown))
}
