import { smallest } from '../../collections.ts'
import { addDays, daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { latestFirst, type Meeting, seriesFolderOf } from '../../repository/series.ts'
import type { Summary } from '../../repository/summary.ts'
import { folderOf } from '../../text/path.ts'
import type { Place } from './completion.ts'
import { reportedFolders } from './reported-team.ts'

/** So many of the team's last meetings come before those of other teams. */
const recentMeetings = 5
/** A team that has not met for so many days does not come before the nearer meetings of others. */
const longestPause = 60

/**
 * The meetings that a link may lead to, the likeliest first; the file itself is none of them.
 *
 * | circle | meetings |
 * | --- | --- |
 * | 0 | in a team's section of a report, the one that is reported there |
 * | 1 | the last five of that team, elsewhere of the file's own team, the latest first |
 * | 2 | the newest of each other team that has met lately, the latest first |
 * | 3 | all others, those nearest to the day first |
 *
 * Meetings later than the file's own are in the last circle. Of a page without a date, today is the day.
 */
export function likelyMeetings(place: Place, most: number): Meeting[] {
  const { minutes, repository, today } = place
  const { path } = minutes
  const day = repository.dayOf(path) ?? today
  const reported = reportedFolders(place)
  const all = repository.seriesFolders.map((folder) => repository.series(folder)!)
  const newest = all.flatMap((series) => series.newest(addDays(day, -longestPause), day) ?? [])
  const first = new Set([
    ...(reported.length ? [repository.reportedMeeting(reported, path)] : []),
    ...lastOf(reported.length ? reported : [seriesFolderOf(path)], day, path, repository),
    ...newest.sort(latestFirst),
  ])
  const others = all.flatMap(({ meetings }) => meetings.filter((meeting) => !first.has(meeting)))
  const far = others.map((meeting) => ({ meeting, days: Math.abs(daysBetween(meeting.day, day)) }))
  const near = smallest(
    far,
    // One of them may be the file itself.
    most + 1,
    (a, b) => a.days - b.days || latestFirst(a.meeting, b.meeting),
  )
  const meetings = [...first, ...near.map(({ meeting }) => meeting)].filter((meeting) => meeting !== undefined)
  return meetings.filter((meeting) => meeting.path !== path).slice(0, most)
}

/** The pages that are no minutes, those of the file's own folder first. */
export function likelyPages({ minutes, repository }: Place): Summary[] {
  const folder = folderOf(minutes.path)
  const isFar = ({ path }: Summary) => Number(folderOf(path) !== folder)
  return [...repository.summaries]
    .filter(({ kind, path }) => kind === 'page' && path !== minutes.path)
    .sort((a, b) => isFar(a) - isFar(b) || (a.path < b.path ? -1 : 1))
}

/** The last meetings that a team has had before a file's. */
function lastOf(folders: readonly string[], day: IsoDate, path: string, repository: Repository): Meeting[] {
  const meetings = folders.flatMap((folder) => repository.series(folder)?.meetings ?? [])
  const before = meetings.filter((meeting) => meeting.day <= day && meeting.path !== path)
  return before.sort(latestFirst).slice(0, recentMeetings)
}
