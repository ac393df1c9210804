import type { Role } from '../../minutes/role.ts'
import type { Circle, Rank } from './handle-ranking.ts'

/** Why somebody is offered, in a few words and in a sentence. */
export interface Reason {
  readonly short: string
  readonly long: string
}

const reasons: Readonly<Record<Exclude<Circle, 'duty'>, Reason>> = {
  section: { short: 'this section', long: 'Named in this section' },
  meeting: { short: 'this meeting', long: 'Takes part in this meeting' },
  previous: { short: 'last meeting', long: 'In the last meeting of the team' },
  recent: { short: 'last five', long: 'In one of the last five meetings of the team' },
  team: { short: 'earlier', long: 'In earlier meetings of the team' },
  repository: { short: '', long: '' },
  listed: { short: 'already listed', long: 'Stands in this list already' },
}

const duties: Readonly<Record<Role['task'], readonly [had: string, never: string]>> = {
  minutes: ['Took the minutes last on', 'Has not taken the minutes yet'],
  report: ['Reported last on', 'Has not reported yet'],
  moderation: ['Moderated last on', 'Has not moderated yet'],
}

/** What a list says of somebody behind the handle: the name, if it is known, and why. */
export function nameAndReason(name: string | undefined, { short }: Reason): string {
  return name === undefined || !short ? (name ?? short) : `${name} · ${short}`
}

export function reasonOf({ circle, last }: Rank, task: Role['task'] | undefined): Reason {
  if (circle !== 'duty') return reasons[circle]
  const [had, never] = duties[task!]
  return last ? { short: `last ${last.day}`, long: `${had} ${last.day}` } : { short: 'not yet', long: never }
}
