import { addTo } from '../collections.ts'

/** What a report says by the link of a minutes line. */
export interface Vote {
  readonly report: string
  /** The number of the report's day. */
  readonly day: number
  readonly folder: string
}

/** What reports say under one heading, or of one folder, in the order of their days, so that those near a day are found without asking all. */
export class Votes<One extends Vote> {
  readonly #byDay: One[] = []
  readonly #counts = new Map<string, number>()

  get size(): number {
    return this.#byDay.length
  }

  add(vote: One): void {
    this.#byDay.splice(this.#placeOf(vote.day, vote.report, true), 0, vote)
    addTo(this.#counts, vote.folder, 1)
  }

  /** Takes away what a report of a day has said. */
  delete(day: number, report: string): void {
    const start = this.#placeOf(day, report, false)
    const gone = this.#byDay.splice(start, this.#placeOf(day, report, true) - start)
    for (const { folder } of gone) addTo(this.#counts, folder, -1)
  }

  /** The votes nearest to a day, at most so many, without those of one report; of two as near the earlier one comes first. */
  nearest(day: number, most: number, without?: string): One[] {
    const found: One[] = []
    let after = this.#placeOf(day, '', false)
    let before = after - 1
    while (found.length < most) {
      const [earlier, later] = [this.#byDay[before], this.#byDay[after]]
      if (!earlier && !later) break
      const isEarlier = earlier && (!later || day - earlier.day <= later.day - day)
      if (isEarlier) before -= 1
      else after += 1
      const vote = isEarlier ? earlier : later!
      if (vote.report !== without) found.push(vote)
    }
    return found
  }

  /** The folders that have so many votes beside some of these, those with the most first. */
  folders(least: number, without: readonly Vote[]): string[] {
    const counts = new Map(this.#counts)
    for (const { folder } of without) addTo(counts, folder, -1)
    const enough = [...counts].filter(([, count]) => count >= least)
    return enough.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([folder]) => folder)
  }

  /** Where the votes of a report of a day begin, or end. */
  #placeOf(day: number, report: string, atEnd: boolean): number {
    let low = 0
    let high = this.#byDay.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const vote = this.#byDay[middle]!
      const isBefore =
        vote.day < day || (vote.day === day && (vote.report < report || (atEnd && vote.report === report)))
      if (isBefore) low = middle + 1
      else high = middle
    }
    return low
  }
}
