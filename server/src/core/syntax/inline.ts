import { type Span, span } from '../text/span.ts'
import { type Bracket, Brackets } from './brackets.ts'
import * as char from './chars.ts'
import { referenceKey } from './destination.ts'
import type { Link } from './facts.ts'
import { markupEnd, tagPattern } from './html.ts'
import { lenientEnd } from './lenient.ts'
import { literalEnd, literalStart } from './literal.ts'
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

const URI = /<[a-z][a-z\d+.-]{1,31}:[^\p{Cc} <>]*>/iuy
const EMAIL = /<[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/iy
const NOTE = /\[\^([^\s[\]]+)\]/y

const IN_TEXT = table('\\`<[]!:.')
const IN_HEADING = table('\\`<[]!:.*_~&')

function table(characters: string): Uint8Array {
  const result = new Uint8Array(128)
  for (let index = 0; index < characters.length; index++) result[characters.charCodeAt(index)] = 1
  return result
}

/** Reads inline content, passage by passage, each in one pass from left to right. */
export class Inlines {
  private readonly notes: ReadonlySet<string>
  private readonly found: Found
  private source = ''
  private shift = 0
  private from = 0
  private to = 0
  private title: Title | undefined

  private readonly brackets: Brackets
  /** URLs that the grammar does not take at once. */
  private readonly doubtful: number[] = []
  /** What is known to come: the last run of backticks of each length, and the next of each terminator. */
  private backticks: Map<number, number> | undefined
  private readonly terminators = new Map<string, number>()

  constructor(definitions: Definitions, found: Found) {
    this.notes = definitions.notes
    this.brackets = new Brackets(definitions.links)
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
    this.brackets.begin(passage)
    this.backticks = undefined
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
        return at + 1 < this.to && this.source[at + 1] === '[' ? this.open(at, at + 2, true) : at + 1
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
    if (at + 1 >= this.to || !char.isEscapable(this.source.charCodeAt(at + 1))) return at + 1
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
    if (this.notes.size === 0 || this.source.charCodeAt(at + 1) !== char.CARET) return 0
    const end = this.match(NOTE, at)
    if (end === 0 || !this.notes.has(referenceKey(this.source.slice(at + 2, end - 1)))) return 0
    this.title?.cut(at, end)
    return end
  }

  private open(start: number, end: number, image: boolean): number {
    const { links, code, html } = this.found
    const found = image ? { links: links.length, code: code.length, html: html.length } : undefined
    this.brackets.open({ start, end, found, level: this.title?.level ?? 0 })
    return end
  }

  private close(at: number): number {
    const link = this.brackets.close(at)
    if (!link) return at + 1
    const { kind, bracket, end, destination } = link
    if (bracket.found) this.forget(bracket.found)
    const text = this.inFile(bracket.end, at)
    this.found.links.push({ kind, span: this.inFile(bracket.start, end), text, destination })
    while (this.doubtful.length > 0 && this.doubtful.at(-1)! > bracket.start) this.doubtful.pop()
    this.title?.link(bracket, at, end)
    return end
  }

  /** The alternative text of an image is plain text, whatever was found in it. */
  private forget(found: NonNullable<Bracket['found']>): void {
    this.found.links.length = found.links
    this.found.code.length = found.code
    this.found.html.length = found.html
  }

  private literal(at: number): number {
    const start = literalStart(this.source, at, this.from)
    if (start < 0) return at + 1
    const end = this.brackets.size > 0 ? -1 : literalEnd(this.source, start, this.from, this.to)
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
