import { owned } from './owned.ts'

/** Texts that many files have in common, such as their headings and handles: each is kept once. What is kept holds no file's text. */
export class TextPool {
  readonly #known = new Map<string, string>()

  /** A copy of a piece of a text, which is the same one for all equal pieces. */
  own(piece: string): string {
    const known = this.#known.get(piece)
    if (known !== undefined) return known
    // What somebody types leaves a text with each key. Whoever asks for one that has been forgotten has another copy, no more.
    if (this.#known.size >= mostTexts) this.#known.clear()
    const own = owned(piece)
    this.#known.set(own, own)
    return own
  }
}

const mostTexts = 50_000
