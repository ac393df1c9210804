import { Groups } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Texts of so few lines are equal by chance: a heading and "cancelled". */
const shortestCopy = 5

/** Which files have one text. */
export class Copies {
  /** By the fingerprints of the texts. */
  readonly #sameText = new Groups<string, Summary>()

  add(summary: Summary): void {
    this.#sameText.add(summary.fingerprint, summary)
  }

  delete(summary: Summary): void {
    this.#sameText.delete(summary.fingerprint, summary)
  }

  /**
   * The file whose minutes another file holds word for word. Of the files with one text, the original is the one that gives its own date;
   * where none does, the oldest. Two files of one day are one meeting of two teams, and a text equal to a template is nobody's.
   */
  originalOf(summary: Summary): string | undefined {
    if (summary.fullLines <= shortestCopy || !summary.date || givesOwnDate(summary)) return undefined
    const same = this.#sameText.of(summary.fingerprint)
    if (same.some(({ kind }) => kind === 'template')) return undefined
    const dated = same.filter(({ date }) => date).sort((a, b) => (a.date! < b.date! ? -1 : 1))
    const original = dated.find(givesOwnDate) ?? dated[0]
    return original && original.date !== summary.date ? original.path : undefined
  }
}

function givesOwnDate({ date, statedDates }: Summary): boolean {
  return date !== undefined && statedDates.includes(date)
}
