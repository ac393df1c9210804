import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'
import { destinationEnd, destinationSpan, labelEnd, referenceKey, titleEnd } from './destination.ts'
import type { Link } from './facts.ts'
import type { Passage } from './passage.ts'

/** An opening bracket: `[` or `![`. */
export interface Bracket {
  readonly start: number
  readonly end: number
  /** Of an image: how much was found before it. */
  readonly found: { readonly links: number; readonly code: number; readonly html: number } | undefined
  /** The heading's marks of emphasis before it. */
  readonly level: number
}

/** What a pair of brackets turned out to be. The destination is a span of the file, `end` an offset of the source. */
interface Closed {
  readonly kind: Link['kind']
  readonly bracket: Bracket
  readonly end: number
  readonly destination: Span
}

/** Pairs the brackets of a passage, and reads what stands behind them. */
export class Brackets {
  private readonly definitions: ReadonlyMap<string, Span>
  private source = ''
  private shift = 0
  private to = 0
  private readonly stack: Bracket[] = []
  /** Links among the first so many of the stack hold a link, so they are none. */
  private inactive = 0
  /** Where the last bracket stands, opening or closing. */
  private last = 0
  /** The quotes that begin titles which nothing closes. */
  private unclosed = ''

  constructor(definitions: ReadonlyMap<string, Span>) {
    this.definitions = definitions
  }

  begin({ source, shift, to }: Passage): void {
    this.source = source
    this.shift = shift
    this.to = to
    this.stack.length = 0
    this.inactive = 0
    this.unclosed = ''
  }

  /** How many are open. */
  get size(): number {
    return this.stack.length
  }

  open(bracket: Bracket): void {
    this.stack.push(bracket)
    this.last = bracket.end - 1
  }

  /** Closes the innermost bracket with the `]` at `at`. Returns the link or the image that it makes, if it does. */
  close(at: number): Closed | undefined {
    const bracket = this.stack.pop()
    const innermost = bracket !== undefined && this.last < bracket.end
    this.last = at
    if (!bracket) return undefined
    const depth = this.stack.length
    const active = bracket.found !== undefined || depth >= this.inactive
    if (depth < this.inactive) this.inactive = depth
    const closed = active ? (this.resource(bracket, at + 1) ?? this.reference(bracket, at, innermost)) : undefined
    if (closed && !bracket.found) this.inactive = depth
    return closed
  }

  /** `(url "title")` at `open`. */
  private resource(bracket: Bracket, open: number): Closed | undefined {
    const { source, to, shift } = this
    if (open >= to || source.charCodeAt(open) !== char.OPEN_PAREN) return undefined
    const start = char.skipSpace(source, open + 1, to)
    const end = destinationEnd(source, start, to)
    if (end < 0) return undefined
    const close = this.behindTitle(end)
    if (close < 0 || close >= to || source.charCodeAt(close) !== char.CLOSE_PAREN) return undefined
    const destination =
      end > start ? destinationSpan(source, start, end, shift) : span(open + 1 + shift, open + 1 + shift)
    return { kind: bracket.found ? 'image' : 'inline', bracket, end: close + 1, destination }
  }

  /** Where white space ends behind a destination and its title, if it has one. -1 if nothing closes the title. */
  private behindTitle(end: number): number {
    const { source, to } = this
    const start = char.skipSpace(source, end, to)
    if (start === end || start >= to) return start
    if (this.unclosed.includes(source[start]!)) return -1
    const close = titleEnd(source, start, to)
    if (close < 0) this.unclosed += source[start]
    return close < 0 ? -1 : char.skipSpace(source, close, to)
  }

  /** `[label]`, `[]` or nothing behind the `]` at `at`, if such a label is defined. */
  private reference(bracket: Bracket, at: number, innermost: boolean): Closed | undefined {
    const { source, to } = this
    const open = at + 1
    if (this.definitions.size === 0) return undefined
    if (open >= to || source.charCodeAt(open) !== char.OPEN_BRACKET) {
      return innermost ? this.refer(bracket, bracket.end, at, open) : undefined
    }
    const close = labelEnd(source, open, to)
    if (close > 0) return this.refer(bracket, open + 1, close, close + 1)
    const collapsed = innermost && open + 1 < to && source.charCodeAt(open + 1) === char.CLOSE_BRACKET
    return collapsed ? this.refer(bracket, bracket.end, at, open + 2) : undefined
  }

  private refer(bracket: Bracket, start: number, close: number, end: number): Closed | undefined {
    if (close - start > 999) return undefined
    const destination = this.definitions.get(referenceKey(this.source.slice(start, close)))
    return destination && { kind: bracket.found ? 'image-reference' : 'reference', bracket, end, destination }
  }
}
