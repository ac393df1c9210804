import { writtenDates } from '../../minutes/written-date.ts'
import { pictureFolderOf, pictureUrl } from '../../repository/picture-place.ts'
import { applyEdits, replace } from '../../text/edit.ts'
import { joinPath, nameOf } from '../../text/path.ts'
import { slice } from '../../text/span.ts'
import { type PastePlace, takesLink } from './pasting.ts'

/** A picture that is pasted or dropped. */
export interface PastedPicture {
  /** The name of its file, or what a clipboard calls it. */
  readonly name: string
  /** The ending that fits its content, without the dot. */
  readonly ending: string
  /** Where it is, if it is in the repository already: then it is shown from there. */
  readonly path?: string
}

export interface ShownPictures {
  readonly title: string
  /** What shows all of them. */
  readonly newText: string
  /** Where each is to be stored; `undefined` for one that stays where it is. */
  readonly stored: readonly (string | undefined)[]
}

/**
 * The text that shows pictures, and where they are stored: beside the file or where its pictures are, named for the meeting, where no file is.
 * `undefined` where no picture can be shown. `exists` says whether there is a file.
 */
export function pastedPictures(
  pictures: readonly PastedPicture[],
  place: PastePlace,
  exists: (path: string) => boolean,
): ShownPictures | undefined {
  const { minutes, repository, span } = place
  const stored = storedPaths(pictures, minutes.path, pictureFolderOf(minutes.path, repository.files), exists)
  const alternative = alternativeText(slice(minutes.text, span))
  const shown = pictures.map(({ path }, at) => `![${alternative}](${pictureUrl(minutes.path, path ?? stored[at]!)})`)
  const newText = shown.join(' ')
  if (!takesLink(place, newText)) return undefined
  return { title: pictures.length > 1 ? 'Insert Pictures' : 'Insert Picture', newText, stored }
}

function storedPaths(
  pictures: readonly PastedPicture[],
  from: string,
  folder: string,
  exists: (path: string) => boolean,
): (string | undefined)[] {
  // Some disks make no difference between capitals and small letters.
  const taken = new Set<string>()
  return pictures.map(({ name, ending, path }) => {
    if (path !== undefined) return undefined
    const stem = joinPath(folder, storedStem(name, from))!
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? `${stem}.${ending}` : `${stem}-${number}.${ending}`
      if (taken.has(free.toLowerCase()) || exists(free)) continue
      taken.add(free.toLowerCase())
      return free
    }
  })
}

/** `20250312` for what has no telling name, `20250312-quay-plan` for what has one. */
function storedStem(name: string, from: string): string {
  const file = withoutEnding(nameOf(from))
  const own = telling(withoutEnding(name))
  return own.toLowerCase().startsWith(file.toLowerCase()) ? own : [file, own].filter(Boolean).join('-')
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, '')
}

const longestName = 60

/** What a name says beside a date: nothing where a program or a camera has given it. */
function telling(name: string): string {
  const start = [...name.normalize('NFC')].slice(0, longestName).join('')
  const words = random.test(name) ? [] : (withoutDates(start).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  return words.every((word) => usual.test(word)) ? '' : words.join('-')
}

function withoutDates(name: string): string {
  return applyEdits(
    name,
    writtenDates(name).map(({ span }) => replace(span, ' ')),
  )
}

const random = /^(?:[0-9a-f]{8,}(?:-[0-9a-f]{4,})*|upload_[0-9a-f]+)$/i
const usual =
  /^(?:image|img|dsc|dscn|pxl|wa|picture|pic|photo|foto|bild|grafik|screen|shot|screenshot|bildschirmfoto|capture|clipboard|pasted?|unnamed|untitled|download|scan|copy|kopie|signal|whatsapp|from|vom|at|um|am|pm|of)?[0-9]*$/i

/** The selected text, where it can stand between brackets. */
function alternativeText(selected: string): string {
  return /^[^[\]\\\n]*$/.test(selected) ? selected.trim() : ''
}
