import type { Span } from '../text/span.ts'
import { addDays, daysBetween, type IsoDate, isoDate } from './calendar.ts'
import { inFormOf } from './meeting-date.ts'

/** A date as people write it. */
export interface WrittenDate {
  readonly span: Span
  /** The days that it may mean: two for `02/09/2023`, each day of `10.–14. March 2023`, else one. */
  readonly readings: readonly IsoDate[]
  /** The same form with another day. */
  write(date: IsoDate): string
}

/** Each month in English and German, in full and abbreviated: a column is a way of writing. */
const months = [
  ['january', 'jan', 'januar', 'jan'],
  ['february', 'feb', 'februar', 'feb'],
  ['march', 'mar', 'märz', 'mär'],
  ['april', 'apr', 'april', 'apr'],
  ['may', 'may', 'mai', 'mai'],
  ['june', 'jun', 'juni', 'jun'],
  ['july', 'jul', 'juli', 'jul'],
  ['august', 'aug', 'august', 'aug'],
  ['september', 'sep', 'september', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov', 'november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
]
const monthNumbers = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))

/** The number of a month from its English or German name, in full or abbreviated. */
export function monthNumber(name: string): number | undefined {
  return monthNumbers.get(name.toLowerCase())
}

/** `v2023.02.09` and `v1.3.2025` are versions. */
const yearFirst = /(?<![0-9]|\b[vV]|\b[vV]ersion[ ])([0-9]{4})([-/._]?)([0-9]{2})\2([0-9]{2})(?![0-9])/g
const dayFirst = /(?<![0-9]|\b[vV]|\b[vV]ersion[ ])([0-9]{1,2})([./])[ ]?([0-9]{1,2})\2[ ]?([0-9]{4})(?![0-9])/g
// Names of months have Latin letters alone. A class of all letters is compiled anew for the first text with a character beyond Latin-1,
// which takes longer than a keystroke may.

/** What stands before the last of several days: "10.–", "28.02. bis ", "Feb 28 – ". */
const earlierDay =
  /(?<![A-Za-zÀ-ɏ0-9.])(?:([A-Za-zÄä]{3,9})\.?[ ])?([0-9]{1,2})(?:st|nd|rd|th|\.)?(?:[ ]?([0-9]{1,2})\.|[ ]([A-Za-zÄä]{3,9})\.?)?[ ]?(?:-|–|—|\/|&|\+|to|and|und|bis)[ ]?$/
/** What stands behind the first of several days: "/12", " - 04-02". A time of day does not. */
const laterDay =
  /^[ ]?(?:-|–|—|\/|&|\+|to|and|und|bis)[ ]?(?:([0-9]{2})[-/.])?([0-9]{2})(?![0-9]|[-/.:h][0-9]|[ ]?(?:h|Uhr|[ap]m)\b)/
const dayMonthName =
  /(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th|\.)?[ ](?:of[ ])?([A-Za-zÄä]{3,9})\.?,?[ ]([0-9]{4})(?![0-9])/g
const monthNameDay = /(?<![A-Za-zÀ-ɏ])([A-Za-zÄä]{3,9})\.?[ ]([0-9]{1,2})(?:st|nd|rd|th)?,?[ ]([0-9]{4})(?![0-9])/g

/** The dates in a piece of text, in its order; spans are shifted by `offset`. */
export function writtenDates(text: string, offset = 0): WrittenDate[] {
  if (!/[0-9]{4}/.test(text)) return []
  const lastDays = [...dayFirstDates(text), ...namedDates(text)].map((date) => withEarlierDays(text, date))
  const firstDays = [...yearFirstDates(text)].map((date) => withLaterDays(text, date))
  return [...firstDays, ...lastDays]
    .sort((a, b) => a.span.start - b.span.start)
    .map((date) => ({ ...date, span: { start: date.span.start + offset, end: date.span.end + offset } }))
}

function* yearFirstDates(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(yearFirst)) {
    // Eight digits in a row are a date only in our centuries: other numbers are as long.
    if (!match[2] && !/^(?:19|20)/.test(match[0])) continue
    const readings = daysOf([match[1], match[3], match[4]])
    if (readings.length) yield { span: spanOf(match), readings, write: (date) => inFormOf(match[0], date) }
  }
}

/** `09.02.2023` has the day first; `09/02/2023` may have either first. */
function* dayFirstDates(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(dayFirst)) {
    const [, first, separator, second, year] = match
    const readings = daysOf([year, second, first], ...(separator === '/' ? [[year, first, second]] : []))
    const write = (date: IsoDate) => {
      const monthFirst =
        separator === '/' && nearestTo(date, readings) === isoDate(Number(year), Number(first), Number(second))
      const [y, m, d] = date.split('-') as [string, string, string]
      const parts = (monthFirst ? [m, d] : [d, m]).map((part, at) => padLike(part, (at ? second : first)!))
      return [...parts, y].join(match[0].includes(`${separator} `) ? `${separator} ` : separator!)
    }
    if (readings.length) yield { span: spanOf(match), readings, write }
  }
}

function* namedDates(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(dayMonthName)) yield* named(match, match[1]!, match[2]!, match[3]!)
  for (const match of text.matchAll(monthNameDay)) yield* named(match, match[2]!, match[1]!, match[3]!)
}

function* named(match: RegExpExecArray, day: string, month: string, year: string): Generator<WrittenDate> {
  const number = monthNumbers.get(month.toLowerCase())
  const readings = number ? daysOf([year, String(number), day]) : []
  if (!readings.length) return
  const write = (date: IsoDate) => {
    const [y, m, d] = date.split('-') as [string, string, string]
    const german = match[0].startsWith(`${day}.`)
    const written = [match[0].slice(0, -year.length), y].join('').replace(month, monthLike(month, Number(m), german))
    const sample = day.startsWith('0') ? day : '1'
    return written.replace(new RegExp(`(?<![0-9])${day}(st|nd|rd|th)?(?![0-9])`), (_, ordinal) =>
      ordinal ? withOrdinal(Number(d)) : padLike(d, sample),
    )
  }
  yield { span: spanOf(match), readings, write }
}

function withOrdinal(day: number): string {
  const ending = day > 3 && day < 21 ? undefined : ['st', 'nd', 'rd'][(day % 10) - 1]
  return `${day}${ending ?? 'th'}`
}

/** April, August, September and November are spelt alike in both languages. */
function monthLike(sample: string, number: number, german: boolean): string {
  const names = months[monthNumbers.get(sample.toLowerCase())! - 1]!
  const spelt = sample.toLowerCase()
  const column = Math.max(0, german ? names.lastIndexOf(spelt) : names.indexOf(spelt))
  // A short name that is written like the long one ("Mai") says nothing of the others.
  const name = months[number - 1]![names[column] === names[column & 2] ? column & 2 : column]!
  return sample[0] === sample[0]!.toUpperCase() ? name[0]!.toUpperCase() + name.slice(1) : name
}

/** A meeting of several days is dated by the first and the last. */
function withEarlierDays(text: string, date: WrittenDate): WrittenDate {
  const last = date.readings[0]!
  const match = date.readings.length === 1 && earlierDay.exec(text.slice(0, date.span.start))
  if (!match) return date
  const [, nameBefore, day, number, nameBehind] = match
  const named = [nameBefore, nameBehind].map((name) => monthNumbers.get(name?.toLowerCase() ?? '')).find(Boolean)
  const month = number === undefined ? (named ?? Number(last.slice(5, 7))) : Number(number)
  const first = isoDate(Number(last.slice(0, 4)), month, Number(day))
  const readings = first && daysFromTo(first, last)
  if (!readings) return date
  const start = match.index + (nameBefore && named === undefined ? match[0].indexOf(day!) : 0)
  return { ...date, readings, span: { start, end: date.span.end } }
}

/** `2025-03-11/12` is dated by both. */
function withLaterDays(text: string, date: WrittenDate): WrittenDate {
  const first = date.readings[0]!
  const match = laterDay.exec(text.slice(date.span.end))
  const last = match && isoDate(Number(first.slice(0, 4)), Number(match[1] ?? first.slice(5, 7)), Number(match[2]))
  const readings = last && daysFromTo(first, last)
  return readings ? { ...date, readings, span: { ...date.span, end: date.span.end + match[0].length } } : date
}

const mostDays = 14

/** The days of a meeting of several days; `undefined` when there are too many or too few. */
function daysFromTo(first: IsoDate, last: IsoDate): IsoDate[] | undefined {
  if (first >= last || daysBetween(first, last) > mostDays) return undefined
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, days) => addDays(first, days))
}

/** Whether dates beside each other, or one of them, are those of several days in a row. They may share their numbers. */
export function isSeveralDays(dates: readonly WrittenDate[]): boolean {
  const isRange = ({ readings }: WrittenDate) => {
    const [first, ...others] = readings.toSorted()
    return others.length > 0 && daysBetween(first!, others.at(-1)!) <= mostDays
  }
  return dates.some((date, at) => isRange(date) || (at > 0 && date.span.start < dates[at - 1]!.span.end))
}

/** The reading that is nearest to a day. */
export function nearestTo(day: IsoDate, readings: readonly IsoDate[]): IsoDate {
  const far = (reading: IsoDate) => Math.abs(daysBetween(reading, day))
  return readings.reduce((nearest, reading) => (far(reading) < far(nearest) ? reading : nearest))
}

function daysOf(...numbers: (string | undefined)[][]): IsoDate[] {
  const days = numbers.map(([year, month, day]) => isoDate(Number(year), Number(month), Number(day)))
  return [...new Set(days.filter((day) => day !== undefined))]
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

/** A month or day without its leading zero where the sample has none. */
function padLike(number: string, sample: string): string {
  return sample.length === 1 ? String(Number(number)) : number
}
