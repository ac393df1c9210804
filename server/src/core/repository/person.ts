import { addTo, isSameList } from '../collections.ts'
import { isSameHandle, type SummaryHandle } from './handle-summary.ts'
import { type Spelling, spellingOf } from './likeness.ts'

/** A person that `.minutes.json` names. */
export interface ConfiguredPerson {
  readonly handle: string
  /** What people call them. */
  readonly name: string | undefined
  /** Other handles that mean the same person: misspellings, and accounts that they have left. */
  readonly aliases: readonly string[]
}

/** Paths of files. */
export interface Listing {
  readonly size: number
  has(path: string): boolean
  keys(): Iterable<string>
}

/** Somebody whom the minutes or `.minutes.json` name by a handle. */
export class Person {
  /** The handle in small letters. */
  readonly key: string
  /** What `.minutes.json` says that people call them. */
  readonly name: string | undefined
  /** Other handles that mean them, in small letters, as `.minutes.json` has it. */
  readonly aliases: readonly string[]
  /** Whether `.minutes.json` names them. */
  readonly configured: boolean
  /** What is compared when a handle looks like another. */
  readonly spelling: Spelling
  readonly #configuredHandle: string | undefined
  /** The files that mention them: each is in one of the two. */
  readonly #listedIn = new Set<string>()
  readonly #unlistedIn = new Set<string>()
  readonly #written = new Map<string, number>()
  readonly #names = new Map<string, number>()
  #count = 0
  #links = 0
  #usual: string | undefined

  constructor(key: string, configured?: ConfiguredPerson) {
    this.key = key
    this.name = configured?.name
    this.aliases = configured?.aliases.map((alias) => alias.toLowerCase()) ?? []
    this.configured = configured !== undefined
    this.spelling = spellingOf(key)
    this.#configuredHandle = configured?.handle
  }

  /** The handle without `@`: as `.minutes.json` spells it, or as the minutes mostly do. */
  get handle(): string {
    this.#usual ??= this.#configuredHandle ?? mostFrequent(this.#written) ?? this.key
    return this.#usual
  }

  /** How often the minutes mention them, in all spellings and by all aliases. */
  get count(): number {
    return this.#count
  }

  /** The files that mention them. */
  get files(): Listing {
    const [listed, unlisted] = [this.#listedIn, this.#unlistedIn]
    return {
      size: listed.size + unlisted.size,
      has: (path) => listed.has(path) || unlisted.has(path),
      keys: () => [...listed, ...unlisted],
    }
  }

  /** The files in whose lists of participants they stand. */
  get listedIn(): Listing {
    return this.#listedIn
  }

  /** The names that the minutes write beside the handle, in small letters, each with in how many files. */
  get namesBeside(): ReadonlyMap<string, number> {
    return this.#names
  }

  /** Whether the minutes link their profile, or `.minutes.json` names them: then the handle is no mistake. */
  get confirmed(): boolean {
    return this.configured || this.#links > 0
  }

  /** A file mentions them in these spellings now, and did in others before; there may be none. */
  replace(path: string, now: readonly SummaryHandle[], before: readonly SummaryHandle[]): void {
    if (isSameList(now, before, isSameHandle)) return
    this.#listedIn.delete(path)
    this.#unlistedIn.delete(path)
    if (now.length) (now.some(({ listed }) => listed) ? this.#listedIn : this.#unlistedIn).add(path)
    for (const handle of before) this.#tally(handle, -1)
    for (const handle of now) this.#tally(handle, 1)
  }

  #tally({ name, count, profiles, names }: SummaryHandle, by: 1 | -1): void {
    this.#count += by * count
    addTo(this.#written, name, by * count)
    if (profiles) this.#links += by
    for (const beside of names) addTo(this.#names, beside, by)
    this.#usual = undefined
  }
}

/** Of several with one count it is the first in the alphabet, so that the order of the files makes no difference. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [name, count] of counts) {
    const before = best === undefined ? 0 : counts.get(best)!
    if (count > before || (count === before && name < best!)) best = name
  }
  return best
}
