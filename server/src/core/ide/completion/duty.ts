import { countsOf } from '../../collections.ts'
import type { Role } from '../../minutes/role.ts'
import type { People } from '../../repository/people.ts'
import type { Meeting } from '../../repository/series.ts'
import { mostMeetings, type Naming, participantKeys, recentMeetings } from './handle-ranking.ts'

/** When somebody had a duty last; both are absent for somebody who never had it. */
export interface Duty {
  readonly last?: Meeting
  /** How many meetings of the team there were since. */
  readonly age?: number
}

/** Whoever was in so many of the last meetings is a regular. */
const regularly = 2

/** Those who may be asked for a duty: the team's regulars, and of them those who are here, where it is said who is. */
export function dutiesOf(task: Role['task'], { meetings, present }: Naming, people: People): Map<string, Duty> {
  const recent = meetings.slice(0, recentMeetings)
  const counts = countsOf(recent.flatMap((meeting) => [...participantKeys(meeting, people)]))
  const duties = new Map<string, Duty>()
  for (const [key, count] of counts) {
    const isRegular = count >= Math.min(regularly, recent.length)
    if (isRegular && (!present.size || present.has(key))) duties.set(key, {})
  }
  for (const [age, last] of meetings.slice(0, mostMeetings).entries()) {
    const roles = last.summary.roles.filter((role) => role.task === task)
    for (const name of roles.flatMap(({ handles }) => handles)) {
      const key = people.of(name)?.key
      if (key !== undefined && duties.get(key) && duties.get(key)!.age === undefined) duties.set(key, { last, age })
    }
  }
  return duties
}
