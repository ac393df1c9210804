import { countsOf } from '../collections.ts'
import type { Role } from '../minutes/role.ts'
import type { Repository } from './repository.ts'
import type { SummaryRole } from './summary.ts'

/** How the other meetings of a series fill a role. */
export interface RoleHabit {
  /** In how many of its lines handles stand. */
  readonly held: number
  /** In how many plain names stand. */
  readonly named: number
  /** In how many nobody is named. */
  readonly left: number
  /** The handles that had it in the last meetings, the most frequent first. */
  readonly handles: readonly string[]
}

/** Who had a role in more meetings than that may have left since. */
const lastMeetings = 12

export function roleHabit(repository: Repository, path: string, task: Role['task']): RoleHabit {
  const meetings = repository.seriesOf(path).meetings.filter((meeting) => meeting.path !== path)
  const roles = meetings.flatMap(({ summary }) => summary.roles.filter((role) => role.task === task))
  const count = (...states: SummaryRole['state'][]) => roles.filter(({ state }) => states.includes(state)).length
  const day = repository.dayOf(path)
  const before = meetings.filter((meeting) => !day || meeting.day < day).slice(-lastMeetings)
  const handles = before.flatMap(({ summary }) =>
    summary.roles.filter((role) => role.task === task).flatMap((role) => role.handles),
  )
  return {
    held: count('held'),
    named: count('named'),
    left: count('empty', 'bare', 'other'),
    handles: [...countsOf(handles)].sort((a, b) => b[1] - a[1]).map(([handle]) => handle),
  }
}
