/** A day of the calendar as `YYYY-MM-DD`. Such strings compare as the days do. */
export type IsoDate = string

const millisecondsOfDay = 86_400_000
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export type Weekday = (typeof weekdays)[number]

/** The day with these numbers; `undefined` when the calendar has none such (30 February) or the year has not four digits. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1000 || year > 9999) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

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
