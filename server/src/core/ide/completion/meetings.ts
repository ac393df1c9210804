import { daysBetween, type IsoDate, weekdayOf } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import { topicsOf } from '../../repository/topics.ts'
import type { Completion } from '../completion.ts'

/** More are of no use in a list: whoever looks for an older meeting types its date. */
const longestList = 40
const shownTopics = 3

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
    .sort((a, b) => a.far - b.far || (a.meeting.day < b.meeting.day ? 1 : -1))
    .map(({ meeting }) => meeting)
  return [...new Set([...(first ? [first] : []), ...near])].slice(0, longestList)
}

/** What a list of completions says of a meeting. */
export function describe(
  meeting: Meeting,
  repository: Repository,
): Pick<Completion, 'kind' | 'path' | 'label' | 'description' | 'detail'> {
  const day = `${weekdayOf(meeting.day)} ${meeting.day}`
  const topics = topicsOf(meeting.summary, repository.seriesOf(meeting.path)).slice(0, shownTopics)
  return {
    kind: 'meeting',
    path: meeting.path,
    label: meeting.path,
    description: day,
    detail: [day, ...topics].join(' · '),
  }
}
