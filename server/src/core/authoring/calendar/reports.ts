import type { IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import type { SummaryMinutesLine } from '../../repository/summary.ts'
import { meetingNamed } from '../../repository/team-section.ts'

/** The first report that leads to one of the files of a meeting. */
export function linkingReport(paths: readonly string[], repository: Repository): string | undefined {
  const linking = paths.flatMap((path) => repository.linking(path))
  const reports = linking.filter((from) => !paths.includes(from) && repository.isReport(from))
  return firstByDay(reports, repository)
}

/**
 * The reports that came out before today without the minutes which they should lead to, by the paths of these: a minutes line of the team says that
 * there are none yet, or leads to a folder, a change or an older meeting.
 */
export function lackingReports(repository: Repository, today: IsoDate): ReadonlyMap<string, string> {
  const lacking = new Map<string, string>()
  for (const { path, summary } of reportsBefore(today, repository)) {
    for (const line of summary.minutesLines) {
      const meeting = meetingLackedBy(line, path, repository)
      if (meeting && !lacking.has(meeting.path)) lacking.set(meeting.path, path)
    }
  }
  return lacking
}

function reportsBefore(today: IsoDate, repository: Repository): Meeting[] {
  const folders = repository.seriesFolders.filter((folder) => repository.isReportSeries(folder))
  return folders.flatMap((folder) => repository.series(folder)!.meetings.filter(({ day }) => day < today))
}

function meetingLackedBy(
  { headings, state, url }: SummaryMinutesLine,
  report: string,
  repository: Repository,
): Meeting | undefined {
  const target = url === undefined ? undefined : repository.targetOf(url, report)
  if (state === 'other' || target?.kind === 'elsewhere') return undefined
  const meeting = meetingNamed(headings, target, report, repository)
  if (!meeting || !target || !('path' in target)) return meeting
  const linked = repository.dayOf(target.path)
  const isBehind = linked === undefined ? repository.files.hasFolder(target.path) : linked < meeting.day
  return isBehind ? meeting : undefined
}

function firstByDay(reports: readonly string[], repository: Repository): string | undefined {
  const dayOf = (path: string) => repository.dayOf(path) ?? ''
  return reports.reduce<string | undefined>(
    (first, next) => (first !== undefined && dayOf(first) <= dayOf(next) ? first : next),
    undefined,
  )
}
