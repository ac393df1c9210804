import type { AttendanceEntry } from '../../../../server/src/lsp/protocol.ts'
import type { Picture, PictureCell } from './picture.ts'
import type { Places } from './places.ts'
import { monthOf } from './year.ts'

/** Who took part in which meetings of a team, a column for each meeting. Where the minutes do not say it, there is no cell. */
export function attendancePicture({ name, meetings, people }: AttendanceEntry, year: string, places: Places): Picture {
  const numbers = meetings.map(({ uri }) => places.add(uri))
  const listed = meetings.flatMap((meeting, column) => (meeting.listed ? [{ ...meeting, column }] : []))
  const rows = people.map((person) => {
    const attended = new Set(person.attended)
    const cells = listed.map(({ day, column }): PictureCell => {
      const state = attended.has(column) ? 'present' : 'absent'
      const label = `${person.name}, ${day}: ${meanings[state]}`
      return { column, part: 0, parts: 1, state, label, place: numbers[column]! }
    })
    return { label: `${person.name} (${attended.size})`, cells }
  })
  return {
    title: `Attendance of ${name} in ${year}`,
    summary: summaryOf(meetings.length, listed.length),
    columns: meetings.length,
    marks: meetings.flatMap(({ day }, column) => {
      const month = monthOf(day)
      return column && monthOf(meetings[column - 1]!.day) === month ? [] : [{ column, label: month }]
    }),
    rows,
    legend: rows.length ? (['present', 'absent'] as const).map((state) => ({ state, label: meanings[state] })) : [],
  }
}

const meanings = { present: 'took part', absent: 'did not' } as const

function summaryOf(all: number, listed: number): string {
  if (!all) return 'No meetings.'
  if (!listed) return 'None of the minutes say who took part.'
  const meetings = `${all} ${all === 1 ? 'meeting' : 'meetings'}`
  return listed === all ? meetings : `${meetings}; the minutes of ${listed} say who took part`
}
