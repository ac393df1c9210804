import { firstIn } from '../text/search.ts'
import { slice } from '../text/span.ts'
import type { Minutes } from './minutes.ts'
import type { Participant } from './participants.ts'
import type { Person } from './person.ts'

/** Who took part in a meeting, as its lists of participants have it. */
export interface Attendance {
  /** Handles as they are written, without `@`. */
  readonly handles: readonly string[]
  /** The names of those who have no handle there. */
  readonly names: readonly string[]
}

type Read = Pick<Minutes, 'text' | 'actions' | 'participants'>

/** Who took part; `undefined` where no list says it. Whoever has a box took part if it is ticked, and nobody did who is struck out. */
export function attendanceIn(minutes: Read): Attendance | undefined {
  const present = minutes.participants.filter(({ kind }) => kind === 'present')
  const entries = present.flatMap(({ participants }) => participants.filter((entry) => isParticipant(entry, minutes)))
  if (!entries.length) return undefined
  const people = entries
    .filter(({ span }) => !waiting.test(slice(minutes.text, span)))
    .flatMap((entry) => entry.people.filter((one) => !isStruckOut(one, entry, minutes.text)))
  const namesOf = (isHandle: boolean) => [
    ...new Set(people.filter((one) => one.isHandle === isHandle).map(({ name }) => name)),
  ]
  return { handles: namesOf(true), names: namesOf(false) }
}

/** Whether an entry of a list of participants is one. Below a heading "People" may stand actions as well, and what was said of people. */
export function isParticipant({ span, people, boxed }: Participant, { actions }: Pick<Minutes, 'actions'>): boolean {
  if (boxed) return span.end - span.start <= longestEntry
  return people.length > 0 && !firstIn(actions, span, ({ marker }) => marker)
}

function isStruckOut({ span }: Person, entry: Participant, text: string): boolean {
  const strikes = text.slice(entry.span.start, span.start).split('~~').length - 1
  return strikes % 2 === 1
}

const waiting = /^\[ \][ \t]/
const longestEntry = 60
