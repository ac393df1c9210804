import { closeness, closenessOf, type Typed, typedOf } from './closeness.ts'
import type { Names } from './names.ts'

/** Which names fit what is typed: all words of it, in whatever order. */
export class Matches {
  /** The ids of names that have some of the words. */
  readonly partial: number[] = []
  readonly #words: readonly Uint8Array[]
  readonly #ids: readonly number[][] = Object.values(closeness).map(() => [])

  /** `words` are folded; no words fit everything. */
  constructor(words: readonly string[], names: Names<unknown>) {
    const typed = words.length ? words.map(typedOf) : [typedOf('')]
    this.#words = typed.map((word) => compared(word, names))
    const whole = typedOf(words.join(' '))
    for (let id = 0; id < names.count; id += 1) {
      const { least, most } = this.#rangeOf(id)
      // What is typed may be the name as it stands, too.
      const close = least && words.length > 1 ? Math.max(least, closenessOf(names.folded(id), whole)) : least
      if (close) this.#ids[close]!.push(id)
      else if (most) this.partial.push(id)
    }
  }

  /** The ids of the names that fit so closely. */
  ids(close: number): readonly number[] {
    return this.#ids[close]!
  }

  /** Whether the words that a name lacks stand in that of its meeting. */
  isCompletedBy(id: number, meetings: Matches, meeting: number): boolean {
    return this.#words.every((word, at) => word[id]! || meetings.#words[at]![meeting]!)
  }

  /** How closely the words fit a name: that which fits the least, and that which fits the most. */
  #rangeOf(id: number): { least: number; most: number } {
    let least: number = closeness.exact
    let most: number = closeness.none
    for (const word of this.#words) {
      least = Math.min(least, word[id]!)
      most = Math.max(most, word[id]!)
    }
    return { least, most }
  }
}

/** How closely a word fits each name, by its id. */
function compared(word: Typed, names: Names<unknown>): Uint8Array {
  const result = new Uint8Array(names.count)
  const { letters } = word
  for (let id = 0; id < result.length; id += 1) {
    if ((names.letters(id) & letters) === letters) result[id] = closenessOf(names.folded(id), word)
  }
  return result
}
