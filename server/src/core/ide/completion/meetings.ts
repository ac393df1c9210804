import { daysBetween, type IsoDate, weekdayOf } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { latestFirst, type Meeting } from '../../repository/series.ts'
import { topicsOf } from '../../repository/topics.ts'
import { folderOf, nameOf } from '../../text/path.ts'
import { shortened } from '../../text/shortened.ts'
import type { Completion } from './completion.ts'

/** More are of no use in a list: whoever looks for an older meeting types its date. */
const longestList = 40
const shownTopics = 3
const longestDescription = 40

/** The meetings of some folders, those nearest to a day first. `first` leads the list, whatever its day. */
export function nearMeetings(
  folders: readonly string[],
  day: IsoDate,
  repository: Repository,
  first?: Meeting,
): Meeting[] {
  const meetings = folders.flatMap((folder) => repository.series(folder)?.meetings ?? [])
  const near = meetings
    .map((meeting) => ({ meeting, far: Math.abs(daysBetween(meeting.day, day)) }))
    .sort((a, b) => a.far - b.far || latestFirst(a.meeting, b.meeting))
    .map(({ meeting }) => meeting)
  return [...new Set([...(first ? [first] : []), ...near])].slice(0, longestList)
}

type Description = Pick<Completion, 'kind' | 'label' | 'description' | 'detail'> & { readonly path: string }

/** What a list of completions says of meetings. Where all of them stand in one folder, it goes without saying. */
export function describeAll(meetings: readonly Meeting[], repository: Repository): Description[] {
  const folders = new Set(meetings.map(({ path }) => folderOf(path)))
  const described = meetings.map((meeting) => describe(meeting, repository))
  return folders.size > 1 ? described : described.map((one) => ({ ...one, label: nameOf(one.label) }))
}

/** A file's name shows the day already: weekday and first topics stand beside it. */
export function describe(meeting: Meeting, repository: Repository): Description {
  const weekday = weekdayOf(meeting.day)
  const topics = topicsOf(meeting.summary, repository.seriesOf(meeting.path), shownTopics)
  return {
    kind: 'meeting',
    path: meeting.path,
    label: meeting.path,
    description: shortened([weekday, ...topics].join(' · '), longestDescription),
    detail: `${weekday} ${meeting.day}`,
  }
}
