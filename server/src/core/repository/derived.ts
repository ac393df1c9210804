import { getOrInsert } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Something that is made of all files of a repository, and kept up to date file by file. */
export interface Derived {
  /** Replaces what a file says; `undefined` stands for no such file. */
  replace(path: string, summary: Summary | undefined): void
}

/** What is made of a file may hold all that it said before. Once so many have changed, it is told of them unasked. */
export const mostBehind = 100

interface Made {
  readonly value: Derived
  readonly changed: Set<string>
}

/** What others make of the files: each is made when it is first asked for, and told of changes when it is asked for again, or when many wait. */
export class Derivations {
  readonly #summaries: ReadonlyMap<string, Summary>
  readonly #made = new Map<new () => Derived, Made>()

  constructor(summaries: ReadonlyMap<string, Summary>) {
    this.#summaries = summaries
  }

  changed(path: string): void {
    for (const made of this.#made.values()) {
      made.changed.add(path)
      if (made.changed.size >= mostBehind) this.#tell(made)
    }
  }

  of<Value extends Derived>(kind: new () => Value): Value {
    const made = getOrInsert(this.#made, kind, () => ({ value: new kind(), changed: new Set(this.#summaries.keys()) }))
    this.#tell(made)
    return made.value as Value
  }

  #tell({ value, changed }: Made): void {
    for (const path of changed) value.replace(path, this.#summaries.get(path))
    changed.clear()
  }
}
