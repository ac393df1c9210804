import { addDays, daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { latestFirst, type Meeting, type MeetingDay, seriesFolderOf } from '../../repository/series.ts'
import type { Summary } from '../../repository/summary.ts'
import { folderOf } from '../../text/path.ts'
import type { Place } from './completion.ts'
import { Pages } from './pages.ts'
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
export function* likelyMeetings(place: Place): Generator<Meeting, void> {
  const { minutes, repository, today } = place
  const { path } = minutes
  const day = repository.dayOf(path) ?? today
  const reported = reportedFolders(place)
  const newest = repository.seriesFolders.flatMap(
    (folder) => repository.series(folder)!.newest(addDays(day, -longestPause), day) ?? [],
  )
  const first = [
    ...(reported.length ? [repository.reportedMeeting(reported, path)] : []),
    ...lastOf(reported.length ? reported : [seriesFolderOf(path)], day, path, repository),
    ...newest.sort(latestFirst),
  ]
  const told = new Set([path])
  for (const meeting of first) {
    if (!meeting || told.has(meeting.path)) continue
    told.add(meeting.path)
    yield meeting
  }
  for (const meeting of nearestTo(day, repository.latestMeetings)) {
    if (!told.has(meeting.path)) yield { ...meeting, summary: repository.summary(meeting.path)! }
  }
}

/** Meetings, of which the latest come first, by how far they are from a day; of two that are as far the later one comes first. */
function* nearestTo(day: IsoDate, meetings: readonly MeetingDay[]): Generator<MeetingDay, void> {
  let earlier = countUntil(meetings, day)
  let later = earlier - 1
  while (later >= 0 || earlier < meetings.length) {
    const far = [meetings[later], meetings[earlier]].map((meeting) =>
      meeting ? Math.abs(daysBetween(meeting.day, day)) : Number.POSITIVE_INFINITY,
    )
    if (far[1]! < far[0]!) {
      yield meetings[earlier]!
      earlier += 1
      continue
    }
    // Those of one day stay in their order.
    const first = countUntil(meetings, meetings[later]!.day)
    yield* meetings.slice(first, later + 1)
    later = first - 1
  }
}

/** How many meetings are later than a day, of which the latest come first. */
function countUntil(meetings: readonly MeetingDay[], day: IsoDate): number {
  let low = 0
  let high = meetings.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (meetings[middle]!.day > day) low = middle + 1
    else high = middle
  }
  return low
}

/** The pages that are no minutes, those of the file's own folder first. */
export function* likelyPages({ minutes, repository }: Place): Generator<Summary, void> {
  const folder = folderOf(minutes.path)
  const pages = repository.derived(Pages)
  for (const page of pages) if (folderOf(page.path) === folder && page.path !== minutes.path) yield page
  for (const page of pages) if (folderOf(page.path) !== folder) yield page
}

/** The last meetings that a team has had before a file's. */
function lastOf(folders: readonly string[], day: IsoDate, path: string, repository: Repository): Meeting[] {
  const meetings = folders.flatMap((folder) => repository.series(folder)?.meetings ?? [])
  const before = meetings.filter((meeting) => meeting.day <= day && meeting.path !== path)
  return before.sort(latestFirst).slice(0, recentMeetings)
}
