import { doubtfulDates } from '../../minutes/doubtful-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { pictureAddress } from '../../minutes/picture-address.ts'
import { placeholdersOf } from '../../minutes/placeholder.ts'
import type { Repository } from '../../repository/repository.ts'
import { copyOf } from '../../repository/uploads.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { firstIn, isWithin } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Unit } from './units.ts'

/**
 * Which units of minutes should not have been there: what only the pad needed, with the list that a notice ends with, what a template has for
 * somebody to replace, a picture that nobody has saved, a date that there is not, and what allows the faults of those minutes.
 */
export function leftoversOf(minutes: Minutes, repository: Repository): (unit: Unit) => boolean {
  const { text, allowances } = minutes
  const placeholders = placeholdersOf(minutes).filter(({ kind }) => kind !== 'handle')
  const starts = new Set(placeholders.map(({ line }) => lineAround(text, line.start).start))
  const notices = belowNotices(
    placeholders.filter(({ kind }) => kind === 'notice').map(({ line }) => line.start),
    text,
  )
  const comments = new Set(
    allowances.filter(({ alone }) => alone).map(({ span }) => lineAround(text, span.start).start),
  )
  const faults = [...unsavedPictures(minutes, repository), ...impossibleDates(minutes)].sort(
    (a, b) => a.start - b.start,
  )
  return ({ span, kind, text: words }) => {
    if (kind === 'title' || kind === 'heading' || kind === 'frame') return false
    if (firstIn(faults, span, (fault) => fault)) return true
    return (
      starts.has(span.start) ||
      comments.has(span.start) ||
      repository.habits.isOfTemplate(words.trim()) ||
      isWithin(notices, span.start)
    )
  }
}

/** What stands behind notices as a part of them. */
function belowNotices(notices: readonly number[], text: string): Span[] {
  const spans: Span[] = []
  for (const notice of notices) if (!isWithin(spans, notice)) spans.push(belowNotice(notice, text))
  return spans
}

/** Behind a notice, everything up to the next paragraph or heading is a part of it. */
function belowNotice(notice: number, text: string): Span {
  const start = nextLine(text, lineAround(text, notice).end)
  let end = start
  while (end < text.length) {
    const line = lineAround(text, end)
    if (!/^[ \t]*(?:[-*+][ \t]|$)/.test(slice(text, line))) break
    end = nextLine(text, line.end)
  }
  return { start, end }
}

function unsavedPictures({ text, path, pictures }: Minutes, repository: Repository): Span[] {
  if (repository.leavesUploads) return []
  const isUnsaved = (url: string) => repository.isUpload(url) && copyOf(url, path, repository.files) === undefined
  return pictures.filter((picture) => isUnsaved(pictureAddress(picture, text))).map(({ url }) => url)
}

function impossibleDates({ scan, facts, date }: Minutes): Span[] {
  const year = Number(date?.iso?.slice(0, 4))
  return Number.isNaN(year) ? [] : doubtfulDates(scan, facts, year).map(({ span }) => span)
}
