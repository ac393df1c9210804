import type { IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { missedDays } from '../../repository/rhythm.ts'
import type { Meeting } from '../../repository/series.ts'
import { compareTexts } from '../../text/order.ts'
import { meetingsOf, type WholeTeam, wholeTeams } from '../team.ts'
import { meetingDays } from './meeting-days.ts'
import { lackingReports, linkingReport } from './reports.ts'

/**
 * What became of a meeting: `reported` when a report leads to its minutes; `late` when the report on it came out without them and none leads there
 * yet; `held` when there are minutes, and nothing is said of them; `missing` when it was expected, and there are none.
 */
export type DayState = 'held' | 'reported' | 'late' | 'missing'

/** A day on which a team met, or should have met. */
export interface CalendarDay {
  readonly day: IsoDate
  readonly state: DayState
  /** The minutes; `undefined` where they are missing. */
  readonly path: string | undefined
  /** The report that leads to the minutes, or that came out without them. */
  readonly report: string | undefined
}

/** The meetings of a team up to today. */
export interface TeamCalendar {
  readonly team: WholeTeam
  /** Whether they report on those of other teams. */
  readonly reports: boolean
  /** The earliest first, each once. */
  readonly days: readonly CalendarDay[]
}

/** Both are included, and may be absent. */
export interface Period {
  readonly since?: IsoDate | undefined
  readonly until?: IsoDate | undefined
}

/** The calendar of each team that has met, in whatever folders, that of the latest meeting first. Minutes that are made beforehand are of no meeting yet. */
export function calendarsOf(repository: Repository, today: IsoDate, period: Period = {}): TeamCalendar[] {
  const lacking = lackingReports(repository, today)
  return wholeTeams(repository, today).flatMap((team): TeamCalendar[] => {
    const meetings = meetingsOf(team, repository)
    const days = [...heldDays(meetings, lacking, repository), ...missingDays(meetings, today)]
      .filter(({ day }) => day <= today && isWithin(day, period))
      .sort((a, b) => compareTexts(a.day, b.day))
    return days.length ? [{ team, reports: repository.isReportSeries(team.folder), days }] : []
  })
}

export function isWithin(day: IsoDate, { since, until }: Period): boolean {
  return (since === undefined || since <= day) && (until === undefined || day <= until)
}

function heldDays(
  meetings: readonly Meeting[],
  lacking: ReadonlyMap<string, string>,
  repository: Repository,
): CalendarDay[] {
  return meetingDays(meetings).map(({ day, meetings: [first, ...others] }) => {
    const paths = [first, ...others].map(({ path }) => path)
    const reported = linkingReport(paths, repository)
    const without = paths.map((path) => lacking.get(path)).find((report) => report !== undefined)
    const state = reported !== undefined ? 'reported' : without !== undefined ? 'late' : 'held'
    return { day, state, path: first.path, report: reported ?? without }
  })
}

function missingDays(meetings: readonly Meeting[], today: IsoDate): CalendarDay[] {
  return missedDays(meetings, today).map((day) => ({ day, state: 'missing', path: undefined, report: undefined }))
}
