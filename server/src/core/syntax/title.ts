import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Bracket } from './brackets.ts'
import * as char from './chars.ts'

interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The cut makes the anchor, but not the title: the alternative text of an image. */
  readonly image: boolean
}

/** A run of `*`, `_` or `~` that may open or close emphasis; what is used up is taken from the inner end. */
interface Run {
  readonly code: number
  readonly opens: boolean
  readonly closes: boolean
  start: number
  end: number
}

const REFERENCE = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,31}));/i

/** No heading nests emphasis deeper; looking back further would cost the square of a hostile heading's length. */
const DEEPEST = 64

/** Takes the marks out of a heading's content, so that its text remains. */
export class Title {
  private readonly source: string
  private readonly from: number
  private readonly to: number
  private readonly cuts: Cut[] = []
  private readonly runs: Run[] = []

  constructor(source: string, from: number, to: number) {
    this.source = source
    this.from = from
    this.to = to
  }

  /** Replaces what a reader does not see. */
  cut(start: number, end: number, text = ''): void {
    if (end > start) this.cuts.push({ start, end, text, image: false })
  }

  /** Leaves the text of a link or an image, whose `]` stands at `close`. GitHub's anchors have no text of an image. */
  link(bracket: Bracket, close: number, end: number): void {
    this.pair(bracket.level)
    if (bracket.found) this.cuts.push({ start: bracket.start, end, text: '', image: true })
    this.cut(bracket.start, bracket.end)
    this.cut(close, end)
  }

  /** A character reference, of which `&` stands at `at`. */
  reference(at: number): number {
    const match = REFERENCE.exec(this.source.slice(at, Math.min(this.to, at + 34)))
    if (!match) return at + 1
    const [whole, decimal, hex, name] = match
    const text = name ? decodeNamedCharacterReference(name) : character(decimal ? Number(decimal) : Number(`0x${hex}`))
    if (text === false) return at + 1
    this.cut(at, at + whole.length, text)
    return at + whole.length
  }

  /** A run of the same mark of emphasis; returns its end. */
  mark(start: number, size: number): number {
    const code = this.source.charCodeAt(start)
    const end = start + size
    const before = start > this.from ? this.source.charCodeAt(start - 1) : 32
    const after = end < this.to ? this.source.charCodeAt(end) : 32
    const left = flanks(after, before) || (code !== char.TILDE && after === char.TILDE)
    const right = flanks(before, after) || (code !== char.TILDE && before === char.TILDE)
    const word = code === char.UNDERSCORE
    const opens = left && (!word || !right || isBoundary(before))
    const closes = right && (!word || !left || isBoundary(after))
    if (code !== char.TILDE || size < 3) this.runs.push({ code, opens, closes, start, end })
    return end
  }

  /** How many runs there are: those of a link are matched among themselves. */
  get level(): number {
    return this.runs.length
  }

  /** Pairs the runs from `bottom` on, and forgets them. */
  private pair(bottom: number): void {
    const open: Run[] = []
    for (const run of this.runs.splice(bottom)) {
      if (run.closes) this.close(run, open)
      if (run.opens && run.end > run.start) open.push(run)
    }
  }

  private close(run: Run, open: Run[]): void {
    while (run.end > run.start) {
      let index = open.length - 1
      const last = Math.max(0, open.length - DEEPEST)
      while (index >= last && !isPair(open[index]!, run)) index--
      if (index < last) return
      open.length = index + 1
      this.use(open[index]!, run)
      if (open[index]!.start === open[index]!.end) open.pop()
    }
  }

  private use(open: Run, close: Run): void {
    const size = Math.min(2, open.end - open.start, close.end - close.start)
    this.cut(open.end - size, open.end)
    this.cut(close.start, close.start + size)
    open.end -= size
    close.start += size
  }

  /** The content as readers see it, and as GitHub makes its anchor of. */
  finish(): { title: string; plain: string } {
    this.pair(0)
    if (this.cuts.length === 0) return this.texts(this.source.slice(this.from, this.to))
    this.cuts.sort((a, b) => a.start - b.start || b.end - a.end)
    const title = this.without(this.cuts.filter((cut) => !cut.image))
    return this.cuts.some((cut) => cut.image) ? this.texts(title, this.without(this.cuts)) : this.texts(title)
  }

  private texts(title: string, plain = title): { title: string; plain: string } {
    return { title: onOneLine(title).trim(), plain: onOneLine(plain) }
  }

  private without(cuts: readonly Cut[]): string {
    let result = ''
    let at = this.from
    for (const { start, end, text } of cuts) {
      if (start < at) continue
      result += this.source.slice(at, start) + text
      at = end
    }
    return result + this.source.slice(at, this.to)
  }
}

function isPair(open: Run, close: Run): boolean {
  if (open.code !== close.code) return false
  const opening = open.end - open.start
  const closing = close.end - close.start
  if (open.code === char.TILDE) return opening === closing
  return !((open.closes || close.opens) && closing % 3 !== 0 && (opening + closing) % 3 === 0)
}

/** Whether a run leans against `inner`, seen from `outer`. */
function flanks(inner: number, outer: number): boolean {
  return !char.isWhite(inner) && (!char.isPunctuation(inner) || isBoundary(outer))
}

function isBoundary(code: number): boolean {
  return char.isWhite(code) || char.isPunctuation(code)
}

function character(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)
}

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t\r]*\n\s*/g, ' ') : text
}
