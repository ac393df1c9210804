import type { AttendanceEntry } from '../../../../server/src/lsp/protocol.ts'
import type { Picture, PictureCell } from './picture.ts'
import type { Places } from './places.ts'
import type { Words } from './words.ts'
import { monthOf } from './year.ts'

/** Who took part in which meetings of a team, a column for each meeting. Where the minutes do not say it, there is no cell. */
export function attendancePicture(
  { name, meetings, people }: AttendanceEntry,
  year: string,
  places: Places,
  l10n: Words,
): Picture {
  const meanings = { present: l10n.t('took part'), absent: l10n.t('did not take part') } as const
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
    title: l10n.t('Attendance of {0} in {1}', name, year),
    summary: summaryOf(meetings.length, listed.length, l10n),
    columns: meetings.length,
    marks: meetings.flatMap(({ day }, column) => {
      const month = monthOf(day, l10n.language)
      return column && monthOf(meetings[column - 1]!.day, l10n.language) === month ? [] : [{ column, label: month }]
    }),
    rows,
    legend: rows.length ? (['present', 'absent'] as const).map((state) => ({ state, label: meanings[state] })) : [],
  }
}

function summaryOf(all: number, listed: number, l10n: Words): string {
  if (!all) return l10n.t('No meetings.')
  if (!listed) return l10n.t('None of the minutes say who took part.')
  if (listed === all) return l10n.t('Meetings: {0}', all)
  return l10n.t('Meetings: {0}. The minutes of {1} say who took part.', all, listed)
}
