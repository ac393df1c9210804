import type { Span } from '../text/span.ts'
import { addDays, type IsoDate, isoDate } from './calendar.ts'

/** The date that a path carries. */
export interface MeetingDate {
  /** `undefined` when the digits are those of a date that the calendar has not: `20230931.md`. */
  readonly iso: IsoDate | undefined
  /** The date's place in the path. */
  readonly span: Span
}

const inFileName = /(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])/
const inYearFolder = /(?:^|\/)((?:19|20)[0-9]{2})\/([0-9]{2})([-_.]?)([0-9]{2})(?![0-9])[^/]*$/

/**
 * The meeting date of a file: the day in its name (`20230209.md`, `2023-02-09.md`, `2023-02-09-topic.md`) or in its year's folder
 * (`2023/02-09.md`). The path is relative to the repository, with `/`.
 */
export function meetingDateOf(path: string): MeetingDate | undefined {
  const nameStart = path.lastIndexOf('/') + 1
  const named = inFileName.exec(path.slice(nameStart))
  if (named) {
    const start = nameStart + named.index
    return { iso: dateOf(named[1]!, named[3]!, named[4]!), span: { start, end: start + named[0].length } }
  }
  const foldered = inYearFolder.exec(path)
  if (!foldered) return undefined
  const iso = dateOf(foldered[1]!, foldered[2]!, foldered[4]!)
  // Four digits that are no day are a number: `2023/1342-topic.md`.
  if (!iso && !foldered[3]) return undefined
  const start = path.indexOf(foldered[1]!, foldered.index)
  const length = 4 + 1 + 2 + foldered[3]!.length + 2
  return { iso, span: { start, end: start + length } }
}

/** The path with another meeting date, written in the same form. */
export function withMeetingDate(path: string, date: IsoDate): string {
  const carried = meetingDateOf(path)
  if (!carried) return path
  const { start, end } = carried.span
  return path.slice(0, start) + inFormOf(path.slice(start, end), date) + path.slice(end)
}

/** The file of the next meeting is made beforehand; nobody makes one for a meeting that is further away. */
export function liesFarAhead(date: IsoDate, today: IsoDate): boolean {
  return date > addDays(today, daysAhead)
}

const daysAhead = 100

/** A date written with the separators of `sample`, a year-first date. */
export function inFormOf(sample: string, date: IsoDate): string {
  let digit = 0
  const digits = date.replaceAll('-', '')
  return sample.replace(/[0-9]/g, () => digits[digit++] ?? '')
}

function dateOf(year: string, month: string, day: string): IsoDate | undefined {
  return isoDate(Number(year), Number(month), Number(day))
}
