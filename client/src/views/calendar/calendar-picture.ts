import type { CalendarEntry, DayEntry } from '../../../../server/src/lsp/protocol.ts'
import { teamTitle } from '../../team-title.ts'
import type { Picture, PictureCell, PictureRow } from './picture.ts'
import type { Places } from './places.ts'
import type { Words } from './words.ts'
import { dayNumber, monthMarks, weekdayOf } from './year.ts'

/** The days of each team in a year, a column for each week. */
export function calendarPicture(
  calendars: readonly CalendarEntry[],
  year: string,
  places: Places,
  l10n: Words,
): Picture {
  const own = calendars
    .map((calendar) => ({ ...calendar, days: calendar.days.filter(({ day }) => day.startsWith(year)) }))
    .filter(({ days }) => days.length)
  const days = own.flatMap((calendar) => calendar.days)
  const states = (['reported', 'held', 'late', 'missing'] as const).filter((state) =>
    days.some((day) => day.state === state),
  )
  const missing = days.filter(({ state }) => state === 'missing').length
  return {
    title: l10n.t('Meetings in {0}', year),
    summary: days.length
      ? l10n.t('Meetings: {0}, missing: {1}', days.length - missing, missing)
      : l10n.t('No meetings.'),
    columns: weeks,
    marks: monthMarks(year, l10n.language).map(({ day, label }) => ({ column: weekOf(day), label })),
    rows: own.map((calendar) => rowOf(calendar, own, places, l10n)),
    legend: states.map((state) => ({ state, label: meaningOf(state, l10n) })),
  }
}

const weeks = 53

function rowOf(
  { name, folder, days }: CalendarEntry,
  all: readonly CalendarEntry[],
  places: Places,
  l10n: Words,
): PictureRow {
  // A team that has moved has two folders, and two teams may be called the same.
  const label = all.filter((other) => other.name === name).length > 1 ? teamTitle({ name, folder }) : name
  const cells = days.map((day): PictureCell => {
    const sameWeek = days.filter((other) => weekOf(other.day) === weekOf(day.day))
    const place = day.uri === undefined ? {} : { place: places.add(day.uri) }
    const parts = { part: sameWeek.indexOf(day), parts: sameWeek.length }
    return { column: weekOf(day.day), ...parts, state: day.state, label: labelOf(label, day, l10n), ...place }
  })
  return { label, cells }
}

function labelOf(team: string, { day, state }: DayEntry, l10n: Words): string {
  return `${team}, ${weekdayOf(day, l10n.language)} ${day}: ${meaningOf(state, l10n)}`
}

function meaningOf(state: DayEntry['state'], l10n: Words): string {
  if (state === 'reported') return l10n.t('reported')
  if (state === 'late') return l10n.t('too late for the report')
  return state === 'held' ? l10n.t('minutes, not in a report') : l10n.t('no minutes')
}

function weekOf(day: string): number {
  return Math.floor(dayNumber(day) / 7)
}
