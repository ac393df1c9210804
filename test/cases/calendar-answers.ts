import { attendanceOf } from '../../server/src/core/authoring/attendance/attendance.ts'
import { calendarsOf } from '../../server/src/core/authoring/calendar/calendar.ts'
import { teamCalled } from '../../server/src/core/authoring/team.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** Who met, and when. */
export const calendarAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  calendar: ({ workspace: { repository }, today }, _, { values: { team: asked, ...period } }) => {
    const calendars = calendarsOf(repository, today, period).filter(
      ({ team }) => asked === undefined || team.name === asked,
    )
    const drawn = calendars.flatMap(({ team, days }) =>
      days.map(({ day, state, path, report }) => {
        const cells = [day, state, team.name, path, report].filter((cell) => cell !== undefined)
        return `${cells.join(' | ')}\n`
      }),
    )
    return drawn.join('') || nothing
  },
  attendance: ({ workspace: { repository }, today }, _, { values: { team = '', ...period } }) => {
    const { meetings, people } = attendanceOf(teamCalled(team, repository, today)!, repository, today, period)
    const head = `${meetings.map(({ day, listed }) => (listed ? day : `(${day})`)).join(' ')}\n`
    const rows = people.map(({ name, isHandle, attended }) => {
      const cells = meetings.map(({ listed }, number) => (attended.has(number) ? 'x' : listed ? '.' : '?'))
      return `${cells.join('')} ${isHandle ? '@' : ''}${name}\n`
    })
    return head + rows.join('')
  },
}
