import { addDays } from '../../minutes/calendar.ts'
import { defaultReportDays, type Repository } from '../../repository/repository.ts'
import { usualDistance } from '../../repository/rhythm.ts'
import type { Meeting } from '../../repository/series.ts'

/** What is older than that is no news, however long there was no call. */
const longestPause = 60

/** The meeting that the minutes line of a team's section is to link: the newest one that is not too old for a series of such a rhythm. */
export function reportedMeeting(
  folders: readonly string[],
  report: string,
  repository: Repository,
): Meeting | undefined {
  const until = repository.reportWindow(report)?.until
  const distance = until === undefined ? undefined : usualDistance(repository.seriesOf(report), until)
  return repository.reportedMeeting(folders, report, Math.max(defaultReportDays, distance ?? 0))
}

/** The folder in which a team meets by now; where it does not meet, the likeliest. `folders` has the likeliest first. */
export function folderNow(folders: readonly string[], report: string, repository: Repository): string | undefined {
  return folders.find((folder) => meetsLately(folder, report, repository)) ?? folders[0]
}

/** Whether there was a meeting in a folder not long before a report. */
export function meetsLately(folder: string, report: string, repository: Repository): boolean {
  const until = repository.reportWindow(report)?.until
  return until !== undefined && repository.series(folder)?.newest(addDays(until, -longestPause), until) !== undefined
}

/** All meetings of a team since the last report, the oldest first. `folders` has the likeliest first: the others are where the team met before. */
export function meetingsSince(folders: readonly string[], report: string, repository: Repository): readonly Meeting[] {
  const window = repository.reportWindow(report, longestPause)
  if (!window) return []
  const { until } = window
  // The first report has no other before it: then only what is new counts.
  const isFirst = !repository.seriesOf(report).previous(until)
  const after = isFirst ? addDays(until, -defaultReportDays) : window.after
  for (const folder of folders) {
    const meetings = repository.series(folder)?.meetings ?? []
    const found = meetings.filter(({ day }) => after < day && day <= until)
    if (found.length) return found
  }
  return []
}
