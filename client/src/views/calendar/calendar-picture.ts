import type { CalendarEntry, DayEntry } from '../../../../server/src/lsp/protocol.ts'
import type { Picture, PictureCell, PictureRow } from './picture.ts'
import type { Places } from './places.ts'
import { dayNumber, monthMarks, weekdayOf } from './year.ts'

const meanings = {
  reported: 'reported',
  held: 'minutes, not in a report',
  late: 'too late for the report',
  missing: 'no minutes',
} as const

/** The days of each team in a year, a column for each week. */
export function calendarPicture(calendars: readonly CalendarEntry[], year: string, places: Places): Picture {
  const own = calendars
    .map((calendar) => ({ ...calendar, days: calendar.days.filter(({ day }) => day.startsWith(year)) }))
    .filter(({ days }) => days.length)
  const days = own.flatMap((calendar) => calendar.days)
  const states = (['reported', 'held', 'late', 'missing'] as const).filter((state) =>
    days.some((day) => day.state === state),
  )
  const missing = days.filter(({ state }) => state === 'missing').length
  return {
    title: `Meetings in ${year}`,
    summary: days.length
      ? `${days.length - missing} ${days.length - missing === 1 ? 'meeting' : 'meetings'}, ${missing || 'none'} missing`
      : 'No meetings.',
    columns: weeks,
    marks: monthMarks(year).map(({ day, label }) => ({ column: weekOf(day), label })),
    rows: own.map((calendar) => rowOf(calendar, own, places)),
    legend: states.map((state) => ({ state, label: meanings[state] })),
  }
}

const weeks = 53

function rowOf({ name, folder, days }: CalendarEntry, all: readonly CalendarEntry[], places: Places): PictureRow {
  // A team that has moved has two folders.
  const label = all.filter((other) => other.name === name).length > 1 ? `${name} (${folder})` : name
  const cells = days.map((day): PictureCell => {
    const sameWeek = days.filter((other) => weekOf(other.day) === weekOf(day.day))
    const place = day.uri === undefined ? {} : { place: places.add(day.uri) }
    const parts = { part: sameWeek.indexOf(day), parts: sameWeek.length }
    return { column: weekOf(day.day), ...parts, state: day.state, label: labelOf(label, day), ...place }
  })
  return { label, cells }
}

function labelOf(team: string, { day, state }: DayEntry): string {
  return `${team}, ${weekdayOf(day)} ${day}: ${meanings[state]}`
}

function weekOf(day: string): number {
  return Math.floor(dayNumber(day) / 7)
}
