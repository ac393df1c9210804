import { matchAt } from '../text/match-at.ts'
import { isNobody } from './nobody.ts'
import type { ParticipantList } from './participants.ts'
import type { Role } from './role.ts'

/**
 * How the people of a meeting may be called where no handle stands: "Tessa van den Berg" and "Tessa", and "Ines" for `@ines-berg`. What begins
 * with another word before a colon may be a label: "Venue: book it".
 */
export class KnownNames {
  readonly #participants: readonly ParticipantList[]
  readonly #roles: readonly Role[]
  /** Most minutes are read without a question for names. */
  #known: ReadonlySet<string> | undefined

  constructor(participants: readonly ParticipantList[], roles: readonly Role[]) {
    this.#participants = participants
    this.#roles = roles
  }

  /** Where a known name ends that begins at an offset with a capital; `undefined` where none does. */
  endAt(text: string, at: number): number | undefined {
    if (!this.#names.size) return undefined
    const words = matchAt(capitals, text, at)?.[0]
    for (let name = words; name; name = name.slice(0, Math.max(0, name.lastIndexOf(' ')))) {
      if (this.has(name)) return at + name.length
    }
    return undefined
  }

  has(name: string): boolean {
    return this.#names.has(name.toLowerCase())
  }

  get #names(): ReadonlySet<string> {
    this.#known ??= namesOf(this.#participants, this.#roles)
    return this.#known
  }
}

function namesOf(participants: readonly ParticipantList[], roles: readonly Role[]): ReadonlySet<string> {
  const names = new Set<string>()
  const listed = participants.flatMap((list) => list.participants.flatMap(({ people }) => people))
  for (const { name, isHandle } of [...listed, ...roles.flatMap(({ holders }) => holders)]) {
    const full = name.replace(title, '').toLowerCase()
    const [first] = full.split(isHandle ? /[-_.0-9]/ : ' ')
    for (const known of [full, first!]) if (known.length >= shortest && !isNobody(known)) names.add(known)
  }
  return names
}

const shortest = 2
const title = /^(?:Dr|Prof|Mr|Ms|Mrs)\. /
/** A genitive names nobody who does something: "Ines' boat". */
const capitals = /\p{Lu}[\p{L}\p{N}-]{0,30}(?: \p{L}[\p{L}\p{N}-]{0,30}){0,3}(?!['’\p{L}\p{N}_@/.]\S)/uy
