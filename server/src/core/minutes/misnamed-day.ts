import type { Facts } from '../syntax/facts.ts'
import { isProse } from '../syntax/prose.ts'
import { lineBefore, lineBehind } from '../text/lines.ts'
import type { Scan } from '../text/scan.ts'
import { type Span, slice } from '../text/span.ts'
import { addDays, type IsoDate, isoDate, weekdayOf } from './calendar.ts'
import { monthNumber, nearestTo, type WrittenDate, writtenDates } from './written-date.ts'

/** A weekday and a date beside each other that are not the same day. */
export interface MisnamedDay {
  /** The weekday, the date and what stands between. */
  readonly span: Span
  readonly weekday: Span
  readonly date: IsoDate
  /** The weekday of the date, spelt like the written one. */
  readonly right: string
  /** The day nearest to the date that has the written weekday; `undefined` where the date cannot be written anew. */
  readonly other: { readonly span: Span; readonly newText: string } | undefined
}

/** Each way of writing the weekdays, Sunday first. */
const ways = [
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
  'Sun Mon Tue Wed Thu Fri Sat',
  'Sun Mon Tues Wed Thurs Fri Sat',
  'So Mo Di Mi Do Fr Sa',
].map((names) => names.split(' '))
const numbers = new Map(ways.flatMap((names) => names.map((name, at) => [name.toLowerCase(), at] as const)))

/** Whether a word is the name of a weekday, in full or for short. */
export function isWeekday(word: string): boolean {
  return numbers.has(word.toLowerCase())
}

/** "mon" and "sat" are words and names as well, so that short weekdays have a capital; the German ones a date with stops. */
const weekdays =
  /(?<![A-Za-zÀ-ɏ0-9_/@#-])(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|M[io]|D[io]|Fr|S[ao])(?![A-Za-zÀ-ɏ0-9_/-])/g
/** What may stand between a weekday and its date. */
const between = /^(\.?),?[ \t]{0,2}(?:[(–-][ \t]?)?(?:(?:the|den|dem)[ ])?$/
const betweenBackward = /^,?[ \t]?\($/
/** `Tuesday, August 15th` and `Friday, 15th of September`, without a year. */
const withoutYear =
  /^(,?[ \t]{1,2}(?:[(–-][ \t]?)?(?:the )?)(?:([0-9]{1,2})(?:st|nd|rd|th)?[ ](?:of[ ])?([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8})\.?[ ]([0-9]{1,2})(?:st|nd|rd|th)?)(?!\p{L}|[.:]?[0-9]|[.,]?[ ]{0,2}[0-9]{4})/u
const longestDate = 48
const longestShort = 5

/** The weekdays in a text's prose that are not those of their dates. Dates without a year are those nearest to `near`. */
export function misnamedDays(scan: Scan, facts: Facts, near: IsoDate | undefined): MisnamedDay[] {
  const { text } = scan
  const found: MisnamedDay[] = []
  for (const match of scan.matches(weekdays)) {
    const weekday = { start: match.index, end: match.index + match[0].length }
    const date = dateBehind(text, weekday, near) ?? dateBefore(text, weekday)
    const named = date && misnamed(text, weekday, match[0], date)
    if (named && isProse(facts, weekday.start)) found.push(named)
  }
  return found
}

type Dated = Pick<WrittenDate, 'span' | 'readings'> & { readonly write?: WrittenDate['write'] }

function dateBehind(text: string, { start, end }: Span, near: IsoDate | undefined): Dated | undefined {
  const rest = slice(text, lineBehind(text, end, longestDate))
  if (!/[0-9]/.test(rest)) return undefined
  const [date] = writtenDates(rest, end)
  if (date) {
    const gap = between.exec(text.slice(end, date.span.start))
    // A stop behind a whole name ends a sentence, and "So" or "Do" before an English date is a word.
    if (!gap || (gap[1] && end - start > longestShort)) return undefined
    return end - start > 2 || text.slice(date.span.start, date.span.end).includes('.') ? date : undefined
  }
  const match = near && end - start > 2 ? withoutYear.exec(rest) : null
  return match ? nearDate(match, end, near!) : undefined
}

function nearDate(match: RegExpExecArray, end: number, near: IsoDate): Dated | undefined {
  const [whole, gap, dayFirst, monthBehind, monthFirst, dayBehind] = match
  const month = monthNumber((monthBehind ?? monthFirst)!)
  if (!month) return undefined
  const year = Number(near.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((at) => isoDate(at, month, Number(dayFirst ?? dayBehind)) ?? [])
  const span = { start: end + gap!.length, end: end + whole.length }
  return days.length ? { span, readings: [nearestTo(near, days)] } : undefined
}

/** `2025-03-12 (Wednesday)` */
function dateBefore(text: string, { start, end }: Span): Dated | undefined {
  if (text[start - 1] !== '(' || !/^[.]?\)/.test(text.slice(end, end + 2))) return undefined
  const before = lineBefore(text, start, longestDate)
  const date = writtenDates(slice(text, before), before.start).at(-1)
  return date && betweenBackward.test(text.slice(date.span.end, start)) ? date : undefined
}

function misnamed(
  text: string,
  weekday: Span,
  name: string,
  { span, readings, write }: Dated,
): MisnamedDay | undefined {
  const written = numbers.get(name.toLowerCase())!
  if (readings.some((day) => numberOf(day) === written)) return undefined
  const [date] = readings
  const ahead = (written - numberOf(date!) + 7) % 7
  const shift = ahead > 3 ? ahead - 7 : ahead
  if (Math.abs(shift) === 1 && saysZone(text, span)) return undefined
  return {
    span: { start: Math.min(weekday.start, span.start), end: Math.max(weekday.end, span.end) },
    weekday,
    date: date!,
    right: weekdayLike(name, numberOf(date!)),
    other: write && readings.length === 1 ? { span, newText: write(addDays(date!, shift)) } : undefined,
  }
}

/** What is Thursday evening in one zone is Friday in another: then a time stands beside the date. */
function saysZone(text: string, { start, end }: Span): boolean {
  const around = slice(text, lineBefore(text, start, farthestTime)) + slice(text, lineBehind(text, end, farthestTime))
  return time.test(around)
}

const farthestTime = 100
const time = /\b(?:UTC|GMT|[A-Z]{1,3}[SD]?T|[ap]\.?m|Uhr|noon|midnight)\b|[0-9]:[0-9]{2}|[0-9][ap]m\b/

function weekdayLike(name: string, number: number): string {
  const way = ways.find((names) => names.some((known) => known.toLowerCase() === name.toLowerCase()))!
  const right = way[number]!
  return /^\p{Ll}/u.test(name) ? right.toLowerCase() : right
}

/** The weekday's full name in English. */
export function weekdayName(date: IsoDate): string {
  return ways[0]![numberOf(date)]!
}

function numberOf(date: IsoDate): number {
  return ways[2]!.indexOf(weekdayOf(date))
}
