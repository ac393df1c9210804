import { attendanceOf, type TeamAttendance } from '../core/authoring/attendance/attendance.ts'
import { calendarsOf, type Period, type TeamCalendar } from '../core/authoring/calendar/calendar.ts'
import { knownTeams } from '../core/authoring/team.ts'
import { rootOf, uriOf } from './convert.ts'
import type { Context } from './feature.ts'
import {
  type AttendanceEntry,
  type AttendanceParams,
  type CalendarEntry,
  type PeriodParams,
  serverCommands,
} from './protocol.ts'
import { misuse } from './told.ts'

type Command = (args: readonly unknown[], context: Context) => Promise<unknown>

/** The commands of `workspace/executeCommand` for who met, and when. */
export const calendarCommands: Readonly<Record<string, Command>> = {
  [serverCommands.calendar]: async ([params = {}], { repositories, clock }) => {
    if (!isPeriod(params)) return misuse(usageOfCalendar)
    await repositories.whenAllReady()
    return repositories.folders.flatMap(({ root, workspace }) =>
      calendarsOf(workspace.repository, clock.today(), params).map((calendar) => toCalendarEntry(calendar, root)),
    )
  },
  [serverCommands.attendance]: async ([params], { repositories, clock }) => {
    if (!isAttendanceParams(params)) return misuse(usageOfAttendance)
    await repositories.whenAllReady()
    const root = rootOf(params.root)
    const repository = repositories.folders.find((one) => one.root === root)?.workspace.repository
    if (!repository) return misuse(`${params.root} is no workspace folder.`)
    const team = knownTeams(repository).find(({ folder }) => folder === params.folder)
    if (!team) return misuse(`There are no minutes in ${params.folder || 'this folder'}.`)
    return toAttendanceEntry(attendanceOf(team, repository, clock.today(), params), root)
  },
}

const usageOfCalendar =
  'The command takes one argument or none: { "since"?: string, "until"?: string }, days such as "2025-03-12".'
const usageOfAttendance =
  'The command takes one argument: { "root", "folder", "since"?: string, "until"?: string }, the URI of a workspace folder, the folder of a team in it, and days such as "2025-03-12".'

function toCalendarEntry({ team, reports, days }: TeamCalendar, root: string): CalendarEntry {
  return {
    root,
    name: team.name,
    folder: team.folder,
    reports,
    days: days.map(({ day, state, path, report }) => ({
      day,
      state,
      ...(path !== undefined && { uri: uriOf(root, path) }),
      ...(report !== undefined && { report: uriOf(root, report) }),
    })),
  }
}

function toAttendanceEntry({ team, meetings, people }: TeamAttendance, root: string): AttendanceEntry {
  return {
    root,
    name: team.name,
    folder: team.folder,
    meetings: meetings.map(({ day, path, listed }) => ({ day, uri: uriOf(root, path), listed })),
    people: people.map(({ name, isHandle, attended }) => ({
      name: isHandle ? `@${name}` : name,
      attended: [...attended],
    })),
  }
}

function isAttendanceParams(value: unknown): value is AttendanceParams {
  const { root, folder } = (value ?? {}) as Partial<AttendanceParams>
  return typeof root === 'string' && typeof folder === 'string' && isPeriod(value)
}

function isPeriod(value: unknown): value is PeriodParams & Period {
  if (typeof value !== 'object' || value === null) return false
  const { since, until } = value as Partial<Record<keyof PeriodParams, unknown>>
  return [since, until].every((day) => day === undefined || isDay(day))
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)
}
