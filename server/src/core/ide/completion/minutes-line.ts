import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { linkSource } from '../../minutes/minutes-line-edit.ts'
import { sayingOf } from '../../minutes/not-yet.ts'
import { reportUrls } from '../../repository/report-url.ts'
import { foldersOf } from '../../repository/team-section.ts'
import { replace } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { contains, type Span, touches } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'
import { describeAll, nearMeetings } from './meetings.ts'

/** Behind `Minutes:` in a report: the files of the section's team. `undefined` when the place is no such line. */
export function completeMinutesLine(place: Place): Completion[] | undefined {
  const { minutes, repository, offset } = place
  const line = lineAround(minutes.text, offset)
  const minutesLine = minutes.minutesLines.find(({ label }) => contains(line, label))
  if (!minutesLine || !repository.isReport(minutes.path)) return undefined
  const slot = destinationAt(minutesLine, offset) ?? valueAt(minutes, minutesLine, line, offset)
  if (!slot) return undefined
  const urlOf = reportUrls(minutes, repository)
  return describeAll(teamMeetings(minutesLine, place), repository).map((described) => {
    const url = urlOf(described.path, minutesLine)
    return {
      ...described,
      span: slot.span,
      newText: slot.write(url),
      filterText: ` ${url} ${described.detail}`,
      ...(slot.note && { otherEdits: [replace(slot.note, '')] }),
    }
  })
}

/** What a URL replaces, and how it is written there. */
interface Slot {
  readonly span: Span
  readonly write: (url: string) => string
  /** "(none yet)" between the label and the colon, which is no longer true. */
  readonly note?: Span | undefined
}

/** Of `[text](URL)` only the URL is replaced. */
function destinationAt({ link }: MinutesLine, offset: number): Slot | undefined {
  if (link?.kind !== 'inline' || !touches(link.destination, offset)) return undefined
  return { span: link.destination, write: (url) => url }
}

/** What follows the colon, and the emphasis that may end behind it. */
function valueAt(minutes: Minutes, minutesLine: MinutesLine, line: Span, offset: number): Slot | undefined {
  const { text } = minutes
  const { label } = minutesLine
  const colon = text.indexOf(':', label.end)
  if (colon < 0 || colon >= line.end) return undefined
  const [, emphasis, blank] = /^([*_]*)([ \t]?)/.exec(text.slice(colon + 1, line.end))!
  const earliest = colon + 1 + emphasis!.length
  const span = { start: Math.min(offset, earliest + blank!.length), end: valueEnd(text, minutesLine, line, offset) }
  if (offset < earliest || offset > span.end) return undefined
  const space = /[ \t]/.test(text[span.start - 1]!) ? '' : ' '
  return {
    span,
    write: (url) => space + linkSource(minutes, url),
    note: noteBefore(text, minutesLine, colon),
  }
}

function noteBefore(text: string, { state, label, note }: MinutesLine, colon: number): Span | undefined {
  const isNote = state === 'none-yet' || (note && note.start < colon)
  return isNote && text.slice(label.end, colon).trim() ? { start: label.end, end: colon } : undefined
}

/** A note that there are no minutes yet goes, what else stands behind the value stays. */
function valueEnd(text: string, { state, link, note, span }: MinutesLine, line: Span, offset: number): number {
  if (link && link.span.end <= line.end) {
    const isNote = (note && note.start >= link.span.end) || sayingOf(text.slice(link.span.end, span.end)) === 'not-yet'
    return isNote ? Math.max(span.end, offset) : link.span.end
  }
  if (state !== 'other') return Math.max(span.end, offset)
  return offset + /^\S*/.exec(text.slice(offset, line.end))![0].length
}

function teamMeetings(line: MinutesLine, { minutes, repository, today }: Place) {
  const folders = foldersOf(line, minutes, repository)
  const day = repository.dayOf(minutes.path) ?? today
  return nearMeetings(folders, day, repository, repository.reportedMeeting(folders, minutes.path))
}
