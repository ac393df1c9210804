import type { Role } from '../../minutes/role.ts'
import type { People } from '../../repository/people.ts'
import type { Person } from '../../repository/person.ts'
import type { Meeting } from '../../repository/series.ts'
import { dutiesOf } from './duty.ts'

/**
 * Where a person is known from, the likeliest first:
 *
 * | circle | who |
 * | --- | --- |
 * | `duty` | where somebody is to take the minutes, report or moderate: the team's regulars |
 * | `section` | those named above in the same section, where not the participants are listed |
 * | `meeting` | those who take part in this meeting, likewise |
 * | `previous` | the participants of the team's previous meeting |
 * | `recent` | those of its last five |
 * | `team` | those of its meetings before |
 * | `repository` | everybody else |
 * | `listed` | where participants are listed, those who stand in the list already |
 */
export const circles = ['duty', 'section', 'meeting', 'previous', 'recent', 'team', 'repository', 'listed'] as const
export type Circle = (typeof circles)[number]

/** What is known of a place where somebody is to be named. People are given by their keys. */
export interface Naming {
  readonly section: ReadonlySet<string>
  readonly present: ReadonlySet<string>
  readonly listed: ReadonlySet<string>
  /** The team's meetings before, the latest first. */
  readonly meetings: readonly Meeting[]
  /** What the person is to do. */
  readonly task?: Role['task'] | undefined
}

export interface Rank {
  readonly circle: Circle
  /** Within a circle, more is likelier. */
  readonly weight: number
  /** When a person of the circle `duty` had it last. */
  readonly last?: Meeting | undefined
}

export const recentMeetings = 5
/** Older meetings say nothing of who is on the team. */
export const mostMeetings = 100
/** What having been in a meeting counts, against having been in the one after it. */
const fading = 0.8
/** Mentions decide only where meetings do not. */
const mentionWeight = 1e-6

/**
 * How likely each person is to be named at a place. Circles come in their order; within one, whoever was in more of the team's
 * meetings comes first, where each meeting counts four fifths of the next one, and then whoever is mentioned more often. Within `duty`
 * whoever has not had it for longest comes first, and whoever never had it last.
 *
 * On 456 real minutes, typed in the order of their dates, the right one of 3,193 participants is among the first ten behind `@` alone in
 * 81 %, and among the first three behind `@` and a letter in 92 %; 96 % have been named before at all. `npm run bench -- handles` counts it.
 */
export function ranking(naming: Naming, people: People): (person: Person) => Rank {
  const known = teamRanks(naming, people)
  const duties = naming.task && dutiesOf(naming.task, naming, people)
  return ({ key, count }) => {
    const duty = duties?.get(key)
    if (duty) return { circle: 'duty', weight: duty.age ?? -1, last: duty.last }
    const { circle = 'repository', weight = 0 } = known.get(key) ?? {}
    return { circle: nearest(key, naming) ?? circle, weight: weight + count * mentionWeight }
  }
}

function teamRanks({ meetings }: Naming, people: People): ReadonlyMap<string, Rank> {
  const known = new Map<string, { circle: Circle; weight: number }>()
  for (const [age, meeting] of meetings.slice(0, mostMeetings).entries()) {
    const circle = age === 0 ? 'previous' : age < recentMeetings ? 'recent' : 'team'
    for (const key of participantKeys(meeting, people)) {
      const rank = known.get(key)
      if (rank) rank.weight += fading ** age
      else known.set(key, { circle, weight: fading ** age })
    }
  }
  return known
}

/** The keys of those who took part in a meeting; where none are listed, of all whom its minutes name. */
export function participantKeys({ summary: { handles } }: Meeting, people: People): Set<string> {
  const listed = handles.filter((handle) => handle.listed)
  return new Set((listed.length ? listed : handles).flatMap(({ name }) => people.of(name)?.key ?? []))
}

function nearest(key: string, { section, present, listed }: Naming): Circle | undefined {
  if (listed.has(key)) return 'listed'
  if (section.has(key)) return 'section'
  return present.has(key) ? 'meeting' : undefined
}
