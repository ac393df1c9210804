import { pastedLink } from '../../server/src/core/ide/paste/link.ts'
import type { PastePlace } from '../../server/src/core/ide/paste/pasting.ts'
import { type PastedPicture, pastedPictures } from '../../server/src/core/ide/paste/picture.ts'
import { applyEdits, replace } from '../../server/src/core/text/edit.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** What becomes of what is pasted at the cursor. */
export const pasteAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  paste: (stage, file, fence) => {
    const place = placeOf(stage, file, fence)
    const link = pastedLink(fence.values.url ?? '', place, fence.words.includes('host'))
    if (!link) return nothing
    return `${link.title}${link.isLikely ? '' : ', as a second choice'}\n${changed(place, link.newText)}`
  },
  pictures: (stage, file, fence) => {
    const place = placeOf(stage, file, fence)
    const pictures = (fence.values.names ?? '').split(',').filter(Boolean).map(toPicture)
    const shown = pastedPictures(pictures, place, (path) => stage.workspace.exists(path))
    if (!shown) return nothing
    const stored = pictures.map(({ name }, at) => (shown.stored[at] ? `${name} -> ${shown.stored[at]}\n` : ''))
    return stored.join('') + changed(place, shown.newText)
  },
}

/** The place of the cursor, or of the text behind it that `over` says. */
function placeOf({ workspace }: Stage, { path, text, offset }: StagedFile, { values }: Fence): PastePlace {
  if (offset === undefined) throw new Error('What is pasted needs a cursor: <|>')
  const over = values.over ?? ''
  if (!text.startsWith(over, offset)) throw new Error(`"${over}" does not stand at the cursor.`)
  const span = { start: offset, end: offset + over.length }
  return { minutes: workspace.minutes(path)!, repository: workspace.repository, span }
}

/** A name with a slash is the path of a picture that is in the repository. */
function toPicture(name: string): PastedPicture {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return name.includes('/') ? { name, ending, path: name } : { name, ending }
}

/** The lines in which something is pasted, as they are then. */
function changed({ minutes: { text }, span }: PastePlace, newText: string): string {
  const after = applyEdits(text, [replace(span, newText)])
  const start = text.slice(0, span.start).lastIndexOf('\n') + 1
  const end = after.indexOf('\n', span.start + newText.length)
  return after.slice(start, end < 0 ? after.length : end + 1)
}
