/** A day of the calendar as `YYYY-MM-DD`. Such strings compare as the days do. */
export type IsoDate = string

const millisecondsOfDay = 86_400_000
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export type Weekday = (typeof weekdays)[number]

/** The day with these numbers; `undefined` when the calendar has none such (30 February) or the year has not four digits. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!isWithin(year, 1000, 9999) || !isWithin(month, 1, 12) || !isWithin(day, 1, daysInMonth(year, month)))
    return undefined
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function isWithin(number: number, least: number, most: number): boolean {
  return number >= least && number <= most
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return shortMonths.has(month) ? 30 : 31
}

const shortMonths: ReadonlySet<number> = new Set([4, 6, 9, 11])

/** How many days lie between the first day of 1970 and another one. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(date) / millisecondsOfDay
}

/** `later` minus `earlier`, in days. */
export function daysBetween(earlier: IsoDate, later: IsoDate): number {
  return dayNumber(later) - dayNumber(earlier)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * millisecondsOfDay).toISOString().slice(0, 10)
}

export function weekdayOf(date: IsoDate): Weekday {
  return weekdays[new Date(date).getUTCDay()]!
}
