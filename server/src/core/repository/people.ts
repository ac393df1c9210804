import { getOrInsert, grouped, isSameList } from '../collections.ts'
import { isPlainName } from '../minutes/handle-name.ts'
import type { SummaryHandle } from './handle-summary.ts'
import { type Likeness, likenessOf } from './likeness.ts'
import { type ConfiguredPerson, Person } from './person.ts'
import type { Summary } from './summary.ts'

/** Somebody whose handle another one looks like. */
export interface Alike {
  readonly person: Person
  readonly likeness: Likeness
}

/** Fewer mentions are too few for others to be measured by them. */
const enoughMentions = 3

/**
 * The people of a repository: those that `.minutes.json` names, and those that the minutes do. It is the sum of the files' handles, kept up
 * to date file by file. How a handle is capitalised makes no difference, and an alias counts as the person that it means.
 */
export class People {
  readonly #people = new Map<string, Person>()
  readonly #aliases = new Map<string, string>()
  readonly #familiar = new Set<Person>()
  /** What `alike` has found since the familiar people changed. */
  readonly #alike = new Map<Person, readonly Alike[]>()
  #unusual = 0

  constructor(configured: readonly ConfiguredPerson[]) {
    for (const { handle, name, aliases } of configured) {
      const key = handle.toLowerCase()
      this.#add(key, new Person(key, { handle, name, aliases }))
      for (const alias of aliases) this.#aliases.set(alias.toLowerCase(), key)
    }
    // Somebody's own handle is nobody's alias.
    for (const key of this.#people.keys()) this.#aliases.delete(key)
  }

  /** Who a handle or an alias means; `undefined` when nobody in the repository is called so. */
  of(handle: string): Person | undefined {
    return this.#people.get(this.#keyOf(handle))
  }

  /** Whether a handle is another one of a person that `.minutes.json` names. */
  isAlias(handle: string): boolean {
    return this.#aliases.has(handle.toLowerCase())
  }

  get all(): Iterable<Person> {
    return this.#people.values()
  }

  /** Those whom `.minutes.json` names, and those who are mentioned a few times at least. */
  get familiar(): Iterable<Person> {
    return this.#familiar
  }

  /** The familiar people whose handles a handle looks like. It is looked up once, until somebody becomes familiar, or is no longer. */
  alike(person: Person): readonly Alike[] {
    return getOrInsert(this.#alike, person, () => this.#findAlike(person))
  }

  get count(): number {
    return this.#people.size
  }

  /** How many of the handles have other characters than letters, digits and single hyphens between them. */
  get unusualCount(): number {
    return this.#unusual
  }

  /** Replaces what a file said before by what it says now; `undefined` stands for no such file. */
  replace(path: string, now: Summary | undefined, before: Summary | undefined): void {
    const [handles, old] = [now?.handles ?? [], before?.handles ?? []]
    // Equal handles of two summaries are one, mostly: few edits change any.
    if (isSameList(handles, old)) return
    const [mentions, forgotten] = [handles, old].map((each) => grouped(each, ({ name }) => this.#keyOf(name)))
    for (const key of new Set([...mentions!.keys(), ...forgotten!.keys()])) {
      this.#replace(key, path, mentions!.get(key) ?? [], forgotten!.get(key) ?? [])
    }
  }

  #findAlike(person: Person): Alike[] {
    const found: Alike[] = []
    for (const other of this.#familiar) {
      const likeness = other === person ? undefined : likenessOf(person.spelling, other.spelling)
      if (likeness) found.push({ person: other, likeness })
    }
    return found
  }

  #replace(key: string, path: string, now: readonly SummaryHandle[], before: readonly SummaryHandle[]): void {
    const person = this.#people.get(key) ?? this.#add(key, new Person(key))
    person.replace(path, now, before)
    this.#judge(person)
    if (person.count || person.configured) return
    this.#people.delete(key)
    this.#alike.delete(person)
    if (!isPlainName(key)) this.#unusual -= 1
  }

  #add(key: string, person: Person): Person {
    if (!isPlainName(key)) this.#unusual += 1
    this.#judge(person)
    return getOrInsert(this.#people, key, () => person)
  }

  #judge(person: Person): void {
    const isFamiliar = person.configured || person.count >= enoughMentions
    if (isFamiliar === this.#familiar.has(person)) return
    if (isFamiliar) this.#familiar.add(person)
    else this.#familiar.delete(person)
    this.#alike.clear()
  }

  #keyOf(handle: string): string {
    const key = handle.toLowerCase()
    return this.#aliases.get(key) ?? key
  }
}
