import type { Facts } from '../syntax/facts.ts'
import { isProse } from '../syntax/prose.ts'
import type { TextEdit } from '../text/edit.ts'
import { letters } from '../text/letters.ts'
import type { Scan } from '../text/scan.ts'
import { type Span, slice } from '../text/span.ts'
import { daysInMonth, isoDate } from './calendar.ts'
import { monthNumber } from './written-date.ts'

/** A date that the calendar has not, or whose year nobody means. */
export interface DoubtfulDate {
  readonly span: Span
  readonly fault: 'day' | 'month' | 'year'
  readonly year: number
  readonly month: number
  readonly day: number
  /** Changes that make a date of it, the likeliest first. */
  readonly corrections: readonly TextEdit[]
}

type Parts = Pick<DoubtfulDate, 'span' | 'year' | 'month' | 'day'> & {
  readonly yearAt: Span
  readonly dayAt: Span
  /** Month and day of a date that begins with its year: they may be swapped. */
  readonly swapped?: TextEdit
}

/** Whole dates of digits: `2025-06-31`, `31.06.2025`. Versions, numbers and addresses have other characters beside them. */
const ofDigits = new RegExp(
  `(?<![${letters}_./:#+=~-])(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4}))(?![${letters}_/+=]|[-.:][${letters}])`,
  'g',
)
/** Each day that some month has not; what stands around it tells whether it is one. */
const lateDay = /(?<![\w.:/-])(?:29|3[0-9])(?=st |nd |rd |th |st,|nd,|rd,|th,|[., ])/g
const month = '((?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]{0,6})'
const monthBefore = new RegExp(`(?<![a-zä])${month}\\.? $`, 'i')
const yearBehind = /^(?:st|nd|rd|th)?,? ([0-9]{4})(?![\w/-])/
const monthBehind = new RegExp(`^(?:st|nd|rd|th|\\.)? (?:of )?${month}\\.?,? ([0-9]{4})(?![\\w/-])`, 'i')
/** More than the longest piece that these patterns fit. */
const around = 32

/** The dates in a text's prose that no calendar has, or whose year is a slip of one near `usualYear`. */
export function doubtfulDates(scan: Scan, facts: Facts, usualYear: number): DoubtfulDate[] {
  const found: DoubtfulDate[] = []
  for (const parts of datesIn(scan)) {
    const doubtful = doubtOf(parts, usualYear)
    if (doubtful && isProse(facts, parts.span.start)) found.push(doubtful)
  }
  return found
}

function* datesIn(scan: Scan): Generator<Parts> {
  for (const match of scan.matches(ofDigits)) yield match[1] ? yearFirst(match) : dayFirst(match)
  for (const { 0: day, index } of scan.matches(lateDay)) {
    const parts = namedDate(scan.text, { start: index, end: index + day.length })
    if (parts) yield parts
  }
}

/** `31 June 2025` or `June 31, 2025`, of which the place of the day is known. */
function namedDate(text: string, dayAt: Span): Parts | undefined {
  const behind = text.slice(dayAt.end, dayAt.end + around)
  const before = monthBefore.exec(text.slice(Math.max(0, dayAt.start - around), dayAt.start))
  const match = before ? yearBehind.exec(behind) : monthBehind.exec(behind)
  const number = match && monthNumber((before ?? match)[1]!)
  if (!number) return undefined
  const span = { start: dayAt.start - (before?.[0].length ?? 0), end: dayAt.end + match[0].length }
  const yearAt = { start: span.end - 4, end: span.end }
  return { span, yearAt, dayAt, year: Number(slice(text, yearAt)), month: number, day: Number(slice(text, dayAt)) }
}

function yearFirst({ index: start, 1: year, 2: month, 3: day }: RegExpExecArray): Parts {
  return {
    span: { start, end: start + 10 },
    yearAt: { start, end: start + 4 },
    dayAt: { start: start + 8, end: start + 10 },
    swapped: { span: { start: start + 5, end: start + 10 }, newText: `${day}-${month}` },
    year: Number(year),
    month: Number(month),
    day: Number(day),
  }
}

function dayFirst({ 0: whole, index: start, 4: day, 5: month, 6: year }: RegExpExecArray): Parts {
  const end = start + whole.length
  return {
    span: { start, end },
    yearAt: { start: end - 4, end },
    dayAt: { start, end: start + day!.length },
    year: Number(year),
    month: Number(month),
    day: Number(day),
  }
}

/** Plans and histories reach far: what lies beyond is a slip, or no date at all. */
const yearsAhead = 50
const firstYear = 1600
/** `2025-99-99` is no slip. */
const lastSlip = 39

function doubtOf(parts: Parts, usualYear: number): DoubtfulDate | undefined {
  const { year, month, day } = parts
  if (month < 1 || day < 1 || day > lastSlip) return undefined
  if (year < firstYear || year > usualYear + yearsAhead) return ofYear(parts, usualYear)
  if (month > 12) {
    const { swapped } = parts
    return swapped && isoDate(year, day, month) ? { ...parts, fault: 'month', corrections: [swapped] } : undefined
  }
  const last = daysInMonth(year, month)
  if (day <= last) return undefined
  const reversed = [...String(day)].reverse().join('')
  const days = [...new Set([...(Number(reversed) > 0 && Number(reversed) <= last ? [reversed] : []), String(last)])]
  return { ...parts, fault: 'day', corrections: days.map((newText) => ({ span: parts.dayAt, newText })) }
}

function ofYear(parts: Parts, usualYear: number): DoubtfulDate | undefined {
  const meant = [usualYear, usualYear + 1, usualYear - 1].filter((year) => isSlip(String(parts.year), String(year)))
  if (!meant.length || !isoDate(meant[0]!, parts.month, parts.day)) return undefined
  return { ...parts, fault: 'year', corrections: meant.map((year) => ({ span: parts.yearAt, newText: String(year) })) }
}

/** Whether two numbers of four digits differ in one of them, or have two swapped. */
function isSlip(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false
  const wrong = [...meant].map((_, at) => at).filter((at) => written[at] !== meant[at])
  const [first, second] = wrong
  return (
    wrong.length === 1 ||
    (wrong.length === 2 && written[first!] === meant[second!] && written[second!] === meant[first!])
  )
}
