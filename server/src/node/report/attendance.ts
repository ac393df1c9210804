import { styleText } from 'node:util'
import type { Attendee, TeamAttendance } from '../../core/authoring/attendance/attendance.ts'
import { csvLine } from '../../core/text/csv.ts'
import { padded, widthOf } from '../columns.ts'
import { counted } from '../counted.ts'
import { printableStart } from '../printable.ts'
import { titleOf } from '../team.ts'

/** Prints the attendance of a team in one format; the text ends with a line end. */
export type AttendanceFormat = (attendance: TeamAttendance, options: { readonly colours: boolean }) => string

/**
 * The format for people: a character for each meeting.
 *
 *     Team Harbour (harbour): 4 meetings from 2025-03-05 to 2025-03-26
 *
 *       @ines-berg  4  ■■■■
 *       @kwame      2  ■·■·
 */
export const textAttendance: AttendanceFormat = ({ team, meetings, people }, { colours }) => {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text
  if (!meetings.length) return 'No meetings.\n'
  const [first, last] = [meetings[0]!, meetings.at(-1)!]
  const period = first === last ? `on ${first.day}` : `from ${first.day} to ${last.day}`
  const title = `${paint('bold', printableStart(titleOf(team)))}: ${counted(meetings.length, 'meeting')} ${period}\n\n`
  const names = people.map(shownName)
  const width = Math.max(0, ...names.map(widthOf))
  const counts = String(people[0]?.attended.size ?? 0).length
  const rows = people.map(({ attended }, at) => {
    const cells = meetings.map(({ listed }, number) => (attended.has(number) ? '■' : listed ? '·' : ' '))
    return `  ${padded(names[at]!, width)}  ${String(attended.size).padStart(counts)}  ${cells.join('')}`.trimEnd()
  })
  const silent = meetings.filter(({ listed }) => !listed).length
  return `${title}${rows.map((row) => `${row}\n`).join('')}${rows.length ? '\n' : ''}${noteOf(silent, meetings.length)}`
}

/** The format for spreadsheets: a row for each person, a column for each meeting. Where no list tells, a field is empty. */
export const csvAttendance: AttendanceFormat = ({ meetings, people }) => {
  const head = ['person', 'meetings', ...meetings.map(({ day }) => day)]
  const rows = people.map(({ name, attended }) => [
    name,
    attended.size,
    ...meetings.map(({ listed }, number) => (attended.has(number) ? 1 : listed ? 0 : '')),
  ])
  return [head, ...rows].map(csvLine).join('')
}

function shownName({ name, isHandle }: Attendee): string {
  return printableStart(isHandle ? `@${name}` : name)
}

function noteOf(silent: number, all: number): string {
  const legend = '■ took part, · did not'
  if (!silent) return `${legend}.\n`
  if (silent === all) return 'None of the minutes say who took part.\n'
  return `${legend}; of ${counted(silent, 'meeting')} the minutes do not say who took part.\n`
}
