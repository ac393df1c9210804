import { type IsoDate, isoDate } from '../core/minutes/calendar.ts'
import { Misuse } from './misuse.ts'

/** The day that somebody has written behind an option. */
export function dayIn(written: string): IsoDate {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(written) ?? []
  const date = isoDate(Number(year), Number(month), Number(day))
  if (date === undefined)
    throw new Misuse(`"${written}" is no day of the calendar. Write it as YYYY-MM-DD, such as 2025-03-12.`)
  return date
}
