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

  /** Copies of some pieces, in their order. Lists of one piece, which most are, are one list for equal pieces. */
  ownAll(pieces: readonly string[]): readonly string[] {
    const [first] = pieces
    if (first === undefined) return none
    if (pieces.length > 1) return pieces.map((piece) => this.own(piece))
    if (this.#lists.size >= mostTexts) this.#lists.clear()
    const own = this.own(first)
    const list = this.#lists.get(own) ?? [own]
    this.#lists.set(own, list)
    return list
  }
}

const none: readonly never[] = []
const mostTexts = 50_000
