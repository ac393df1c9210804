import { compact, Groups, isSameList } from '../collections.ts'
import { owned } from '../text/owned.ts'
import { isSameHandle, type SummaryHandle } from './handle-summary.ts'
import { isSameIssue, type SummaryIssue } from './issue-summary.ts'
import type { SummaryHeading } from './summary.ts'

/** What many summaries have in common, such as the headings of each week: it is kept once. */
export class SummaryPool {
  readonly #headings = new Pool<SummaryHeading>(({ title }) => title, isSameHeading)
  readonly #handles = new Pool<SummaryHandle>(({ name }) => name, isSameHandle)
  readonly #issues = new Pool<SummaryIssue>(({ url }) => url, isSameIssue)
  readonly #lists = new Pool<readonly string[]>(([first]) => first!, isSameList)

  heading(heading: SummaryHeading): SummaryHeading {
    return this.#headings.keep(heading)
  }

  handle(handle: SummaryHandle): SummaryHandle {
    return this.#handles.keep(handle)
  }

  issue(issue: SummaryIssue): SummaryIssue {
    return this.#issues.keep(issue)
  }

  /** Copies of some pieces of a text, in their order. */
  list(pieces: readonly string[]): readonly string[] {
    return pieces.length ? this.#lists.keep(pieces.map(owned)) : compact(pieces)
  }
}

/**
 * Keeps the first of equal values. Whoever asks for one that has been forgotten gets another one, no more: what nobody has said since as many
 * others came is forgotten.
 */
class Pool<Value> {
  #young = new Groups<string, Value>()
  #old = new Groups<string, Value>()
  readonly #keyOf: (value: Value) => string
  readonly #isSame: (one: Value, other: Value) => boolean

  /** `keyOf` gives what equal values have in common, and few others do. */
  constructor(keyOf: (value: Value) => string, isSame: (one: Value, other: Value) => boolean) {
    this.#keyOf = keyOf
    this.#isSame = isSame
  }

  keep(value: Value): Value {
    const key = this.#keyOf(value)
    if (key.length > longestKey) return value
    const known = this.#find(this.#young, key, value)
    if (known !== undefined) return known
    const kept = this.#find(this.#old, key, value) ?? value
    this.#add(key, kept)
    return kept
  }

  /** Each keystroke and each file that is read asks for hundreds: it makes nothing. */
  #find(values: Groups<string, Value>, key: string, value: Value): Value | undefined {
    for (const known of values.each(key)) if (this.#isSame(known, value)) return known
    return undefined
  }

  #add(key: string, value: Value): void {
    if (this.#young.of(key).length >= mostAlike) return
    // What somebody types leaves a value with each keystroke.
    if (this.#young.size >= mostKeys && !this.#young.has(key)) {
      this.#old = this.#young
      this.#young = new Groups()
    }
    this.#young.add(key, value)
  }
}

const mostKeys = 10_000
/** The first of those that have a key in common: looking through more would take more than it saves. */
const mostAlike = 16
/** Longer ones are seldom equal. */
const longestKey = 200

function isSameHeading(one: SummaryHeading, other: SummaryHeading): boolean {
  return one.title === other.title && one.anchor === other.anchor && one.depth === other.depth
}
