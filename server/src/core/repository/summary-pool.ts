import { Groups, isSameList, kept } from '../collections.ts'
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
    return pieces.length ? this.#lists.keep(pieces.map(owned)) : kept(pieces)
  }
}

/** Keeps the first of equal values. Whoever asks for one that has been forgotten gets another one, no more. */
class Pool<Value> {
  #known = new Groups<string, Value>()
  readonly #keyOf: (value: Value) => string
  readonly #isSame: (one: Value, other: Value) => boolean

  /** `keyOf` gives what equal values have in common, and few others do. */
  constructor(keyOf: (value: Value) => string, isSame: (one: Value, other: Value) => boolean) {
    this.#keyOf = keyOf
    this.#isSame = isSame
  }

  keep(value: Value): Value {
    const key = this.#keyOf(value)
    let alike = 0
    for (const known of this.#known.each(key)) {
      if (this.#isSame(known, value)) return known
      alike += 1
    }
    // What somebody types leaves a value with each key.
    if (this.#known.size >= mostKeys) this.#known = new Groups()
    if (alike < mostAlike) this.#known.add(key, value)
    return value
  }
}

const mostKeys = 50_000
/** The first of those that have a key in common: looking through more would take more than it saves. */
const mostAlike = 16

function isSameHeading(one: SummaryHeading, other: SummaryHeading): boolean {
  return one.anchor === other.anchor && one.depth === other.depth
}
