import type { IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { titledIssue } from '../issues/issue-name.ts'
import { meetingName } from './meeting.ts'
import { item, line, type NoteLine } from './note.ts'

const shownMeetings = 6

/** The other meetings that spoke of an issue, the latest before this one first. */
export function issueLines(issue: string, path: string, repository: Repository): NoteLine[] {
  const day = repository.dayOf(path)
  const others = repository.issues.filesOf(issue).filter((other) => other !== path)
  const dated = others.map((other) => ({ path: other, day: repository.dayOf(other) ?? '' })).sort(latestFirst)
  const earlier = dated.filter((other) => !day || other.day <= day)
  const later = dated.filter((other) => !earlier.includes(other)).reverse()
  return [
    line({ strong: titledIssue(issue, repository) }),
    ...(others.length ? [] : [line('No other minutes speak of it.')]),
    ...meetings(earlier, 'Earlier', repository),
    ...meetings(later, 'Later', repository),
  ]
}

interface Dated {
  readonly path: string
  readonly day: IsoDate
}

function latestFirst(a: Dated, b: Dated): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0
}

function meetings(found: readonly Dated[], when: string, repository: Repository): NoteLine[] {
  if (!found.length) return []
  const shown = when === 'Later' ? 1 : shownMeetings
  const more = found.length - shown
  return [
    line(`${when}: ${found.length === 1 ? 'one meeting' : `${found.length} meetings`}`),
    ...found.slice(0, shown).map(({ path }) => item({ text: meetingName(path, repository), path })),
    ...(more > 0 && when !== 'Later' ? [item(`and ${more} more`)] : []),
  ]
}
