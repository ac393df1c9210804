import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'
import { destinationEnd, destinationSpan, labelEnd, referenceKey, titleEnd } from './destination.ts'
import type { Link } from './facts.ts'
import { markupEnd, tagPattern } from './html.ts'
import { lenientEnd, literalEnd, literalStart } from './literal.ts'
import type { Passage } from './passage.ts'
import { Title } from './title.ts'

/** Where inline content leaves what it finds. Offsets are the file's. */
export interface Found {
  readonly links: Link[]
  readonly code: Span[]
  readonly html: Span[]
}

/** What other parts of the file define: destinations by their reference key, and the keys of footnotes. */
export interface Definitions {
  readonly links: ReadonlyMap<string, Span>
  readonly notes: ReadonlySet<string>
}

interface Bracket {
  /** Of the `[`, or of the `!` before it. */
  readonly start: number
  readonly image: boolean
  /** The heading's marks of emphasis that stand before it. */
  readonly level: number
  /** How much was found before it. */
  readonly links: number
  readonly code: number
  readonly html: number
}

const URI = /<[a-z][a-z\d+.-]{1,31}:[^\p{Cc} <>]*>/iuy
const EMAIL = /<[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/iy
const NOTE = /\[\^([^\s[\]]+)\]/y

const IN_TEXT = table(
  char.BACKSLASH,
  char.BACKTICK,
  char.LESS,
  char.OPEN_BRACKET,
  char.CLOSE_BRACKET,
  char.BANG,
  char.COLON,
  char.DOT,
)
const IN_HEADING = table(
  char.BACKSLASH,
  char.BACKTICK,
  char.LESS,
  char.OPEN_BRACKET,
  char.CLOSE_BRACKET,
  char.BANG,
  char.COLON,
  char.DOT,
  char.STAR,
  char.UNDERSCORE,
  char.TILDE,
  char.AMPERSAND,
)

function table(...codes: number[]): Uint8Array {
  const result = new Uint8Array(128)
  for (const code of codes) result[code] = 1
  return result
}

/** Reads inline content, passage by passage, each in one pass from left to right. */
export class Inlines {
  private readonly definitions: Definitions
  private readonly found: Found
  private source = ''
  private shift = 0
  private from = 0
  private to = 0
  private title: Title | undefined

  /** Brackets that nothing has closed yet. Links among the first `inactive` of them hold a link, so they are none. */
  private readonly brackets: Bracket[] = []
  private inactive = 0
  private lastBracket = 0
  /** URLs that the grammar does not take at once. */
  private readonly doubtful: number[] = []
  /** What is known not to come: the last run of backticks of each length, titles that nothing closes, terminators. */
  private backticks: Map<number, number> | undefined
  private unclosed = ''
  private readonly terminators = new Map<string, number>()

  constructor(definitions: Definitions, found: Found) {
    this.definitions = definitions
    this.found = found
  }

  /** Reads one passage. Of a heading it returns the text as well. */
  read(passage: Passage): Title | undefined {
    if (passage.source !== this.source) this.terminators.clear()
    this.source = passage.source
    this.shift = passage.shift
    this.from = passage.from
    this.to = passage.to
    this.title = passage.heading && new Title(this.source, this.from, this.to)
    this.brackets.length = 0
    this.inactive = 0
    this.backticks = undefined
    this.unclosed = ''
    this.scan(this.title ? IN_HEADING : IN_TEXT)
    if (this.doubtful.length > 0) this.settleDoubts()
    return this.title
  }

  private scan(special: Uint8Array): void {
    const { source, to } = this
    let at = this.from
    while (at < to) {
      const code = source.charCodeAt(at)
      at = code < 128 && special[code] === 1 ? this.construct(code, at) : at + 1
    }
  }

  /** Reads what the special character at `at` begins or ends. Returns where to go on. */
  private construct(code: number, at: number): number {
    switch (code) {
      case char.BACKSLASH:
        return this.escape(at)
      case char.BACKTICK:
        return this.codeSpan(at)
      case char.LESS:
        return this.angle(at)
      case char.OPEN_BRACKET:
        return this.note(at) || this.open(at, at + 1, false)
      case char.BANG:
        return this.source.charCodeAt(at + 1) === char.OPEN_BRACKET && at + 1 < this.to
          ? this.open(at, at + 2, true)
          : at + 1
      case char.CLOSE_BRACKET:
        return this.close(at)
      case char.COLON:
      case char.DOT:
        return this.literal(at)
      case char.AMPERSAND:
        return this.title!.reference(at)
      default:
        return this.title!.mark(at, char.runLength(this.source, at, this.to))
    }
  }

  private escape(at: number): number {
    const next = this.source.charCodeAt(at + 1)
    if (at + 1 >= this.to || !(char.isAsciiPunctuation(next) || next === char.LINE_FEED || next === char.RETURN))
      return at + 1
    this.title?.cut(at, at + 1)
    return at + 2
  }

  private codeSpan(start: number): number {
    const { source, to } = this
    const size = char.runLength(source, start, to)
    this.backticks ??= lastRuns(source, start, to)
    let end = start + size
    if ((this.backticks.get(size) ?? 0) < end) return end
    for (let closing = 0; closing !== size; end += closing) {
      end = source.indexOf('`', end)
      closing = char.runLength(source, end, to)
    }
    this.found.code.push(this.inFile(start, end))
    this.title?.cut(start, end, codeText(source.slice(start + size, end - size)))
    return end
  }

  private angle(at: number): number {
    const end = this.match(URI, at)
    if (end > 0) {
      const destination = this.inFile(at + 1, end - 1)
      this.found.links.push({ kind: 'autolink', span: this.inFile(at, end), text: destination, destination })
      return this.cutEnds(at, end)
    }
    const email = this.match(EMAIL, at)
    if (email > 0) return this.cutEnds(at, email)
    const tag = this.match(tagPattern, at) || this.markup(at)
    if (tag === 0) return at + 1
    this.found.html.push(this.inFile(at, tag))
    this.title?.cut(at, tag)
    return tag
  }

  private cutEnds(start: number, end: number): number {
    this.title?.cut(start, start + 1)
    this.title?.cut(end - 1, end)
    return end
  }

  /** The end of a comment, an instruction, a declaration or a CDATA section, or 0. */
  private markup(at: number): number {
    const terminator = markupEnd(this.source, at)
    if (!terminator) return 0
    const from = terminator === ']]>' ? at + 9 : at + 2
    let found = this.terminators.get(terminator) ?? 0
    if (found < from) {
      found = this.source.indexOf(terminator, from)
      if (found < 0) found = Number.POSITIVE_INFINITY
      this.terminators.set(terminator, found)
    }
    return found + terminator.length <= this.to ? found + terminator.length : 0
  }

  private note(at: number): number {
    if (this.definitions.notes.size === 0 || this.source.charCodeAt(at + 1) !== char.CARET) return 0
    const end = this.match(NOTE, at)
    if (end === 0 || !this.definitions.notes.has(referenceKey(this.source.slice(at + 2, end - 1)))) return 0
    this.title?.cut(at, end)
    return end
  }

  private open(start: number, end: number, image: boolean): number {
    const { links, code, html } = this.found
    const found = { links: links.length, code: code.length, html: html.length }
    this.brackets.push({ start, image, level: this.title?.level ?? 0, ...found })
    this.lastBracket = end - 1
    return end
  }

  private close(at: number): number {
    const bracket = this.brackets.pop()
    const innermost = this.lastBracket
    this.lastBracket = at
    if (!bracket) return at + 1
    const depth = this.brackets.length
    const active = bracket.image || depth >= this.inactive
    if (depth < this.inactive) this.inactive = depth
    const text = { start: bracket.start + (bracket.image ? 2 : 1), end: at }
    const end = active ? this.resource(bracket, text) || this.reference(bracket, text, innermost < text.start) : 0
    if (end === 0) return at + 1
    if (!bracket.image) this.inactive = depth
    while (this.doubtful.length > 0 && this.doubtful.at(-1)! > bracket.start) this.doubtful.pop()
    if (this.title) this.cutLink(bracket, text, end)
    return end
  }

  private cutLink(bracket: Bracket, text: Span, end: number): void {
    this.title!.pair(bracket.level)
    if (bracket.image) this.title!.image(bracket.start, end)
    this.title!.cut(bracket.start, text.start)
    this.title!.cut(text.end, end)
  }

  /** `(url "title")` behind a `]`. Returns its end, or 0. */
  private resource(bracket: Bracket, text: Span): number {
    const { source, to } = this
    const open = text.end + 1
    if (open >= to || source.charCodeAt(open) !== char.OPEN_PAREN) return 0
    const start = char.skipSpace(source, open + 1, to)
    const end = destinationEnd(source, start, to)
    if (end < 0) return 0
    const close = this.titled(end, char.skipSpace(source, end, to))
    if (close < 0 || close >= to || source.charCodeAt(close) !== char.CLOSE_PAREN) return 0
    const destination = end > start ? destinationSpan(source, start, end, this.shift) : this.inFile(open + 1, open + 1)
    this.link(bracket.image ? 'image' : 'inline', bracket, close + 1, text, destination)
    return close + 1
  }

  /** Where white space ends behind a title that starts at `start`, if there is one, or -1. */
  private titled(end: number, start: number): number {
    if (start === end || start >= this.to) return start
    const mark = this.source[start]!
    if (this.unclosed.includes(mark)) return -1
    const close = titleEnd(this.source, start, this.to)
    if (close < 0) this.unclosed += mark
    return close < 0 ? -1 : char.skipSpace(this.source, close, this.to)
  }

  /** `[label]`, `[]` or nothing behind a `]`, if such a label is defined. Returns its end, or 0. */
  private reference(bracket: Bracket, text: Span, plain: boolean): number {
    const { source, to } = this
    if (this.definitions.links.size === 0) return 0
    const open = text.end + 1
    const bracketed = open < to && source.charCodeAt(open) === char.OPEN_BRACKET
    const close = bracketed ? labelEnd(source, open, to) : -1
    const kind = bracket.image ? 'image-reference' : 'reference'
    if (close > 0 && this.refer(kind, bracket, text, span(open + 1, close), close + 1)) return close + 1
    const collapsed = bracketed && open + 1 < to && source.charCodeAt(open + 1) === char.CLOSE_BRACKET
    const end = collapsed ? open + 2 : open
    if (!plain || (bracketed && !collapsed) || text.end - text.start > 999) return 0
    return this.refer(kind, bracket, text, text, end) ? end : 0
  }

  private refer(kind: Link['kind'], bracket: Bracket, text: Span, label: Span, end: number): boolean {
    const destination = this.definitions.links.get(referenceKey(this.source.slice(label.start, label.end)))
    if (destination) this.link(kind, bracket, end, text, destination)
    return destination !== undefined
  }

  /** Remembers a link or an image. The alternative text of an image is plain text, whatever was found in it. */
  private link(kind: Link['kind'], bracket: Bracket, end: number, text: Span, destination: Span): void {
    const { links, code, html } = this.found
    if (bracket.image) {
      links.length = bracket.links
      code.length = bracket.code
      html.length = bracket.html
    }
    links.push({ kind, span: this.inFile(bracket.start, end), text: this.inFile(text.start, text.end), destination })
  }

  private literal(at: number): number {
    const start = literalStart(this.source, at, this.from)
    if (start < 0) return at + 1
    const end = this.brackets.length > 0 ? -1 : literalEnd(this.source, start, this.from, this.to)
    if (end < 0) this.doubtful.push(start)
    else this.pushLiteral(start, end)
    return Math.max(end, at + 1)
  }

  private settleDoubts(): void {
    let last = this.from
    for (const start of this.doubtful.splice(0)) {
      const end = start < last ? -1 : lenientEnd(this.source, start, this.from, this.to)
      if (end < 0) continue
      this.pushLiteral(start, end)
      last = end
    }
  }

  private pushLiteral(start: number, end: number): void {
    const whole = this.inFile(start, end)
    this.found.links.push({ kind: 'literal', span: whole, text: whole, destination: whole })
  }

  /** The end of the pattern's match at `at`, or 0. */
  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.test(this.source) && pattern.lastIndex <= this.to ? pattern.lastIndex : 0
  }

  private inFile(start: number, end: number): Span {
    return span(start + this.shift, end + this.shift)
  }
}

function lastRuns(source: string, from: number, to: number): Map<number, number> {
  const runs = new Map<number, number>()
  for (let at = from; at >= 0 && at < to; at = source.indexOf('`', at)) {
    const size = char.runLength(source, at, to)
    runs.set(size, at)
    at += size
  }
  return runs
}

/** One blank is taken from both ends of a code span's text, if there is more than blanks. */
function codeText(source: string): string {
  const text = source.replace(/\r?\n/g, ' ')
  return text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text) ? text.slice(1, -1) : text
}
