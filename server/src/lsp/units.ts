import type * as lsp from 'vscode-languageserver'
import type { LineStarts } from '../core/text/lines.ts'

/** In what a client counts the characters of a line. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32']

/** What a client likes best. One that says nothing counts in UTF-16, as does one that likes nothing else. */
export function encodingFor({ general }: lsp.ClientCapabilities): Encoding {
  const liked = general?.positionEncodings ?? []
  return liked.map((name) => encodings.find((each) => each === name)).find(Boolean) ?? 'utf-16'
}

/** How many units stand before each offset of a text. Both functions never fall as what they are given grows. */
export interface Units {
  before(offset: number): number
  /** The offset behind so many units; where they end within what is counted as one, that of its start. */
  offset(count: number): number
}

const utf16: Units = { before: (offset) => offset, offset: (count) => count }

export function unitsOf(text: string, encoding: Encoding): Units {
  return encoding === 'utf-16' ? utf16 : new WideUnits(text, encoding)
}

/** The units of files of which the lines are kept, and the text is not: that is read where a client counts otherwise than we do. */
export class FileUnits {
  readonly encoding: Encoding
  readonly #known = new WeakMap<LineStarts, Units>()

  constructor(encoding: Encoding) {
    this.encoding = encoding
  }

  /** Of the text that has these lines; where it is gone, there are no other units than ours. */
  of(lines: LineStarts, read: () => string | undefined): Units {
    if (this.encoding === 'utf-16') return utf16
    let units = this.#known.get(lines)
    if (!units) {
      units = unitsOf(read() ?? '', this.encoding)
      this.#known.set(lines, units)
    }
    return units
  }
}

/** Knows the places where one UTF-16 unit is not one unit, which are few, and nothing else of the text. */
class WideUnits implements Units {
  /** The offsets behind those UTF-16 units, ascending. */
  readonly #ends: Uint32Array
  /** How many units more than offsets there are before each of them. */
  readonly #surplus: Int32Array

  constructor(text: string, encoding: Encoding) {
    const widthOf = encoding === 'utf-8' ? widthInUtf8 : widthInUtf32
    const ends: number[] = []
    const surplus: number[] = []
    let sum = 0
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) < 0x80) continue
      const width = widthOf(text, at)
      if (width === 1) continue
      sum += width - 1
      ends.push(at + 1)
      surplus.push(sum)
    }
    this.#ends = Uint32Array.from(ends)
    this.#surplus = Int32Array.from(surplus)
  }

  before(offset: number): number {
    return offset + this.#surplusAt(this.#countOf((at) => this.#ends[at]! <= offset))
  }

  offset(count: number): number {
    const passed = this.#countOf((at) => this.#ends[at]! + this.#surplus[at]! <= count)
    const next = (this.#ends[passed] ?? Number.POSITIVE_INFINITY) - 1
    return Math.min(count - this.#surplusAt(passed), next)
  }

  #surplusAt(passed: number): number {
    return passed ? this.#surplus[passed - 1]! : 0
  }

  /** How many of the places, from the first on, something holds for. */
  #countOf(holds: (at: number) => boolean): number {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (holds(middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A pair of surrogates counts with its first half, so that no position leads between them. Half a pair is sent as U+FFFD. */
function widthInUtf8(text: string, at: number): number {
  if (text.charCodeAt(at) < 0x800) return 2
  if (isSecondOfPair(text, at)) return 0
  return isSecondOfPair(text, at + 1) ? 4 : 3
}

function widthInUtf32(text: string, at: number): number {
  return isSecondOfPair(text, at) ? 0 : 1
}

function isSecondOfPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}
