import { Best } from './best.ts'
import { closeness } from './closeness.ts'
import { Matches } from './matches.ts'
import type { Names } from './names.ts'
import type { SymbolFile } from './symbol-index.ts'

/** A symbol before anybody asks where in its file it stands. */
export interface Candidate {
  readonly kind: 'meeting' | 'topic' | 'action'
  readonly id: number
  readonly file: SymbolFile
  /** More is better: it tells first how closely it fits, then how new it is. */
  readonly rank: number
}

type Filter = (candidate: Candidate) => boolean

interface Place {
  readonly kind: Candidate['kind']
  readonly names: Names<SymbolFile>
  readonly matches: Matches
  readonly filter: Filter
}

/** More than any day as a number. */
const calendar = 100_000_000

/** Looks for words in the names of one kind of symbols after the other. */
export class Search {
  readonly #words: readonly string[]
  readonly #most: number
  readonly #meetings: Matches
  readonly #places: Place[]

  /** `words` are folded; no words fit everything. */
  constructor(words: readonly string[], meetings: Names<SymbolFile>, most: number) {
    this.#words = words
    this.#most = most
    this.#meetings = new Matches(words, meetings)
    this.#places = [{ kind: 'meeting', names: meetings, matches: this.#meetings, filter: () => true }]
  }

  /** Looks for them here too. Only what passes the filter is found; it is asked about few candidates. */
  add(kind: Candidate['kind'], names: Names<SymbolFile>, filter: Filter = () => true): void {
    this.#places.push({ kind, names, matches: new Matches(this.#words, names), filter })
  }

  /** Those that fit best, the best first. */
  get best(): Candidate[] {
    const best = new Best<Candidate>(this.#most)
    for (let close: number = closeness.exact; close > closeness.scattered && !best.isFull; close -= 1) {
      for (const place of this.#places) offer(place.matches.ids(close), close, place, best)
    }
    if (best.isFull) return best.items
    for (const place of this.#places) {
      const { matches, filter } = place
      offer(matches.ids(closeness.scattered), closeness.scattered, place, best)
      const isComplete = ({ id, file: { meeting } }: Candidate) =>
        meeting !== undefined && matches.isCompletedBy(id, this.#meetings, meeting)
      const both = (candidate: Candidate) => isComplete(candidate) && filter(candidate)
      offer(matches.partial, closeness.scattered, { ...place, filter: both }, best)
    }
    return best.items
  }
}

function offer(ids: readonly number[], close: number, { kind, names, filter }: Place, best: Best<Candidate>): void {
  for (const id of ids) {
    for (const file of names.files(id)) {
      const rank = close * calendar + file.day
      if (!best.wants(rank)) continue
      const candidate = { kind, id, file, rank }
      if (filter(candidate)) best.add(candidate)
    }
  }
}
