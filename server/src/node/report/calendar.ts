import { styleText } from 'node:util'
import type { CalendarDay, DayState, TeamCalendar } from '../../core/authoring/calendar/calendar.ts'
import { grouped } from '../../core/collections.ts'
import { weekdayOf } from '../../core/minutes/calendar.ts'
import { csvLine } from '../../core/text/csv.ts'
import { counted } from '../counted.ts'
import { printableStart } from '../printable.ts'
import { titleOf } from '../team.ts'

/** Prints calendars in one format; the text ends with a line end. */
export type CalendarFormat = (calendars: readonly TeamCalendar[], options: { readonly colours: boolean }) => string

const styles = { held: undefined, reported: 'green', late: 'yellow', missing: 'red' } as const

/**
 * The format for people: a line for each month.
 *
 *     Team Harbour (harbour)
 *       2025-03   5 reported  12 late      19 missing
 */
export const textCalendar: CalendarFormat = (calendars, { colours }) => {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text
  const drawn = calendars.map(({ team, days }) => {
    const months = grouped(days, ({ day }) => day.slice(0, 7))
    const lines = [...months].map(([month, own]) => `  ${month}  ${own.map(cell).join('  ').trimEnd()}\n`)
    return `${paint('bold', printableStart(titleOf(team)))}\n${lines.join('')}\n`
  })
  return drawn.join('') + summaryOf(calendars)

  function cell({ day, state }: CalendarDay): string {
    const style = styles[state]
    const padding = ' '.repeat('reported'.length - state.length)
    return `${String(Number(day.slice(8))).padStart(2)} ${style ? paint(style, state) : state}${padding}`
  }
}

/** The format for spreadsheets. */
export const csvCalendar: CalendarFormat = (calendars) => {
  const head = ['team', 'folder', 'day', 'weekday', 'state', 'file', 'report']
  const rows = calendars.flatMap(({ team, days }) =>
    days.map(({ day, state, path = '', report = '' }) => [
      team.name,
      team.folder,
      day,
      weekdayOf(day),
      state,
      path,
      report,
    ]),
  )
  return [head, ...rows].map(csvLine).join('')
}

function summaryOf(calendars: readonly TeamCalendar[]): string {
  const days = calendars.flatMap((calendar) => calendar.days)
  if (!days.length) return 'No meetings.\n'
  const countOf = (wanted: DayState) => days.filter(({ state }) => state === wanted).length
  const missing = countOf('missing')
  return `${counted(days.length - missing, 'meeting')}, ${countOf('reported') || 'none'} of them reported, ${countOf('late') || 'none'} late; ${missing || 'none'} missing.\n`
}
