import { addTo } from '../collections.ts'
import { compareTexts } from '../text/order.ts'

/** What a report says by the link of one minutes line. */
export interface Vote {
  readonly report: string
  /** The number of the report's day. */
  readonly day: number
  readonly folder: string
}

interface Ballot<One> {
  readonly day: number
  readonly report: string
  /** In the order of the report. */
  readonly votes: One[]
}

/** What reports say under one heading, or of one folder, in the order of their days, so that those near a day are found without asking all. */
export class Votes<One extends Vote> {
  /** By day, and then by report. */
  readonly #ballots: Ballot<One>[] = []
  readonly #counts = new Map<string, number>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(vote: One): void {
    const { day, report, folder } = vote
    const place = this.#placeOf(day, report)
    const ballot = this.#ballots[place]
    if (ballot?.day === day && ballot.report === report) ballot.votes.push(vote)
    else this.#ballots.splice(place, 0, { day, report, votes: [vote] })
    addTo(this.#counts, folder, 1)
    this.#size += 1
  }

  /** Takes away what a report of a day has said. */
  delete(day: number, report: string): void {
    const place = this.#placeOf(day, report)
    const ballot = this.#ballots[place]
    if (ballot?.day !== day || ballot.report !== report) return
    this.#ballots.splice(place, 1)
    for (const { folder } of ballot.votes) addTo(this.#counts, folder, -1)
    this.#size -= ballot.votes.length
  }

  /**
   * The votes nearest to a day, at most so many, but for those of one report. Of two days as near the earlier one comes first; within a day the
   * order is that of the reports' paths, within a report its own.
   */
  nearest(day: number, most: number, without?: string): One[] {
    const found: One[] = []
    let after = this.#placeOf(day, '')
    let before = after
    while (found.length < most) {
      const [earlier, later] = [this.#ballots[before - 1], this.#ballots[after]]
      if (!earlier && !later) break
      const isEarlier = earlier !== undefined && (!later || day - earlier.day <= later.day - day)
      const start = isEarlier ? this.#placeOf(earlier.day, '') : after
      const end = isEarlier ? before : this.#placeOf(later!.day + 1, '')
      if (isEarlier) before = start
      else after = end
      for (let at = start; at < end && found.length < most; at += 1) {
        const { report, votes } = this.#ballots[at]!
        if (report !== without) found.push(...votes.slice(0, most - found.length))
      }
    }
    return found
  }

  /** The folders with at least so many votes, when those of `without` do not count: those with the most first, equals by name. */
  folders(least: number, without: readonly Vote[]): string[] {
    const counts = new Map(this.#counts)
    for (const { folder } of without) addTo(counts, folder, -1)
    const enough = [...counts].filter(([, count]) => count >= least)
    return enough.sort(([a, many], [b, more]) => more - many || compareTexts(a, b)).map(([folder]) => folder)
  }

  /** Where what a report of a day says stands, or would stand. */
  #placeOf(day: number, report: string): number {
    let low = 0
    let high = this.#ballots.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const ballot = this.#ballots[middle]!
      if (ballot.day < day || (ballot.day === day && ballot.report < report)) low = middle + 1
      else high = middle
    }
    return low
  }
}
