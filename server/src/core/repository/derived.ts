import { getOrInsert } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Something that is made of all files of a repository, and kept up to date file by file. */
export interface Derived {
  /** Replaces what a file says; `undefined` stands for no such file. */
  replace(path: string, summary: Summary | undefined): void
}

/** What others make of the files: each is made when it is first asked for, and told of changes when it is asked for again. */
export class Derivations {
  readonly #summaries: ReadonlyMap<string, Summary>
  readonly #made = new Map<new () => Derived, { readonly value: Derived; readonly changed: Set<string> }>()

  constructor(summaries: ReadonlyMap<string, Summary>) {
    this.#summaries = summaries
  }

  changed(path: string): void {
    for (const { changed } of this.#made.values()) changed.add(path)
  }

  of<Value extends Derived>(kind: new () => Value): Value {
    const made = getOrInsert(this.#made, kind, () => ({ value: new kind(), changed: new Set(this.#summaries.keys()) }))
    for (const path of made.changed) made.value.replace(path, this.#summaries.get(path))
    made.changed.clear()
    return made.value as Value
  }
}
