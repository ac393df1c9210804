import { getOrInsert } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Something that is made of all files of a repository, and kept up to date file by file. */
export interface Derived {
  /** Replaces what a file said before by what it says now; `undefined` stands for no such file. */
  replace(path: string, now: Summary | undefined, before: Summary | undefined): void
  /** The files that may mean something else when a file comes or goes, although they say the same. */
  concernedBy?(path: string): Iterable<string>
}

/** What a file said before is held until it has been replaced. Where more than so many wait for that, it is done unasked. */
const mostBehind = 100

interface Made {
  readonly value: Derived
  /** The files that have changed since, with what they said before. */
  readonly changed: Map<string, Summary | undefined>
  /** Those that say the same, and are looked at again. */
  readonly concerned: Set<string>
}

export type Kind<Value> = new (...facts: never[]) => Value

/** What others make of the files: each is made when it is first asked for, and told of changes when it is asked for again, or one by one when many wait. */
export class Derivations {
  readonly #summaries: ReadonlyMap<string, Summary>
  readonly #made = new Map<Kind<Derived>, Made>()

  constructor(summaries: ReadonlyMap<string, Summary>) {
    this.#summaries = summaries
  }

  /** A file says something else, or has come or gone: then `filesChanged`. */
  changed(path: string, before: Summary | undefined, filesChanged: boolean): void {
    for (const made of this.#made.values()) {
      if (!made.changed.has(path)) made.changed.set(path, before)
      if (filesChanged) for (const other of made.value.concernedBy?.(path) ?? []) made.concerned.add(other)
      if (made.changed.size > mostBehind) this.#tellFirst(made)
    }
  }

  of<Value extends Derived>(kind: Kind<Value>, make: () => Value): Value {
    const made = getOrInsert(this.#made, kind, () => this.#make(make()))
    this.#tell(made)
    return made.value as Value
  }

  /** It is made anew when somebody asks again. */
  forget(kind: Kind<Derived>): void {
    this.#made.delete(kind)
  }

  #make(value: Derived): Made {
    for (const [path, summary] of this.#summaries) value.replace(path, summary, undefined)
    return { value, changed: new Map(), concerned: new Set() }
  }

  /** Each change takes the oldest one along, so that none does the work of all. */
  #tellFirst({ value, changed }: Made): void {
    const [first] = changed
    if (!first) return
    const [path, before] = first
    changed.delete(path)
    value.replace(path, this.#summaries.get(path), before)
  }

  #tell({ value, changed, concerned }: Made): void {
    for (const [path, before] of changed) value.replace(path, this.#summaries.get(path), before)
    changed.clear()
    for (const path of concerned) value.replace(path, this.#summaries.get(path), this.#summaries.get(path))
    concerned.clear()
  }
}
