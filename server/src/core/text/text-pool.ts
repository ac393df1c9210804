import { owned } from './owned.ts'

/** Texts that many files have in common, such as their headings and handles: each is kept once. What is kept holds no file's text. */
export class TextPool {
  readonly #known = new Map<string, string>()
  readonly #lists = new Map<string, readonly string[]>()

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

  /** Copies of some pieces, in their order; the same list for equal ones. */
  ownAll(pieces: readonly string[]): readonly string[] {
    if (!pieces.length) return none
    const key = pieces.join('\n')
    const known = this.#lists.get(key)
    if (known?.length === pieces.length && known.every((piece, at) => piece === pieces[at])) return known
    if (this.#lists.size >= mostTexts) this.#lists.clear()
    const own = pieces.map((piece) => this.own(piece))
    this.#lists.set(owned(key), own)
    return own
  }
}

const none: readonly never[] = []
const mostTexts = 50_000
