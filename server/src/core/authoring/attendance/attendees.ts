import { getOrInsert } from '../../collections.ts'
import type { Attendance } from '../../minutes/attendance.ts'
import type { People } from '../../repository/people.ts'

/** Somebody as a list shows them. */
export interface Named {
  /** A handle without `@`, or the name of those who have none. */
  readonly name: string
  readonly isHandle: boolean
}

/** The people of lists of participants, each once, whichever of their handles and names a list has. */
export class Attendees {
  readonly #people: People
  readonly #known = new Map<string, Named>()
  /** The handles that have a name, in small letters, each once. */
  readonly #handles = new Map<string, Set<string>>()

  constructor(people: People) {
    this.#people = people
    for (const { key, name, namesBeside } of people.all) {
      for (const called of [name?.toLowerCase() ?? '', ...namesBeside.keys()]) {
        if (called) getOrInsert(this.#handles, called, () => new Set<string>()).add(key)
      }
    }
  }

  of({ handles, names }: Attendance): Named[] {
    return [...handles.map((handle) => this.#byHandle(handle)), ...names.map((name) => this.#byName(name))]
  }

  #byHandle(handle: string): Named {
    const person = this.#people.of(handle)
    const name = person?.handle ?? handle
    return getOrInsert(this.#known, `@${person?.key ?? handle.toLowerCase()}`, () => ({ name, isHandle: true }))
  }

  /** A name that several have stays a name. */
  #byName(name: string): Named {
    const [handle, ...others] = this.#handles.get(name.toLowerCase()) ?? []
    if (handle !== undefined && !others.length) return this.#byHandle(handle)
    return getOrInsert(this.#known, name.toLowerCase(), () => ({ name, isHandle: false }))
  }
}
