import type { Step } from './edit.ts'
import { lineAround, lineEndBefore, nextLine } from './lines.ts'
import { matchAt } from './match-at.ts'
import type { Span } from './span.ts'

/** What is known of a text, and the steps that have been made since. */
interface Earlier {
  readonly scan: Scan
  readonly steps: readonly Step[]
}

/**
 * Looks in a text for what patterns fit, and remembers where it is. In a text that differs from an earlier one by an edit, only the lines
 * around that edit are looked through. So each pattern has to be global, to fit within a line, and to look no farther than the lines beside it.
 */
export class Scan {
  readonly text: string
  readonly #places = new Map<RegExp, readonly number[]>()
  readonly #held = new Map<string, boolean>()
  #before: Earlier | undefined
  #edited: readonly EditedLines[] | undefined

  constructor(text: string, before?: Earlier) {
    this.text = text
    this.#before = before
    // Of the texts before that one nothing is kept.
    if (before) before.scan.#before = undefined
  }

  /** What a pattern fits, as `matchAll` of the text gives it. */
  *matches(pattern: RegExp): Generator<RegExpExecArray, void> {
    const places = this.#knownPlaces(pattern)
    if (places) {
      for (const place of places) {
        const match = matchAt(pattern, this.text, place)!
        // `matchAll` begins where a pattern was used last.
        pattern.lastIndex = 0
        yield match
      }
      return
    }
    const found: number[] = []
    for (const match of this.text.matchAll(pattern)) {
      found.push(match.index)
      yield match
    }
    this.#places.set(pattern, found)
  }

  /** Whether the text holds some words, which stand on one line. */
  holds(words: string): boolean {
    const known = this.#held.get(words)
    if (known !== undefined) return known
    const before = this.#before
    const heldNone = before !== undefined && before.scan.#held.get(words) === false
    const mayHold = !heldNone || this.#linesSince(before).some(({ now }) => now.includes(words))
    const holds = mayHold && this.text.includes(words)
    this.#held.set(words, holds)
    return holds
  }

  #knownPlaces(pattern: RegExp): readonly number[] | undefined {
    const known = this.#places.get(pattern)
    const before = this.#before
    if (known || !before) return known
    const placesBefore = before.scan.#places.get(pattern)
    if (!placesBefore) return undefined
    const places = this.#linesSince(before).reduce((places, lines) => lines.placesOf(pattern, places), placesBefore)
    this.#places.set(pattern, places)
    return places
  }

  /** The lines that each step changed. */
  #linesSince({ steps }: Earlier): readonly EditedLines[] {
    this.#edited ??= steps.map((step) => new EditedLines(step))
    return this.#edited
  }
}

/** The lines that an edit changed, with those beside them. */
class EditedLines {
  /** Their text, with one line more on both sides for patterns to look at. */
  readonly now: string
  /** Where that text begins. */
  readonly #start: number
  /** The lines in the later text, and where they end in the earlier one; they begin at the same offset. */
  readonly #lines: Span
  readonly #endBefore: number

  constructor({ before, after, changed: { start, end } }: Step) {
    this.#lines = { start: lineStartBefore(after, start), end: lineStartBehind(after, end) }
    this.#endBefore = this.#lines.end + before.length - after.length
    this.#start = lineStartBefore(after, this.#lines.start)
    this.now = after.slice(this.#start, lineStartBehind(after, this.#lines.end))
  }

  /** Where a pattern fits in the later text, of which it is known for the earlier one. */
  placesOf(pattern: RegExp, known: readonly number[]): number[] {
    const { start, end } = this.#lines
    const shift = end - this.#endBefore
    const places: number[] = []
    for (const place of known) if (place < start) places.push(place)
    for (const { index } of this.now.matchAll(pattern)) {
      const place = this.#start + index
      if (place >= start && place < end) places.push(place)
    }
    for (const place of known) if (place >= this.#endBefore) places.push(place + shift)
    return places
  }
}

/** The start of the line before the one that holds an offset. */
function lineStartBefore(text: string, offset: number): number {
  const { start } = lineAround(text, Math.min(offset, text.length))
  return lineAround(text, lineEndBefore(text, start)).start
}

/** The start of the line two behind the one that holds an offset; behind the text where there is none. */
function lineStartBehind(text: string, offset: number): number {
  const next = nextLine(text, lineAround(text, Math.min(offset, text.length)).end)
  const { end } = lineAround(text, next)
  return end < text.length ? nextLine(text, end) : text.length + 1
}
