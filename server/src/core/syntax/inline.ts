import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { type Span, span } from '../text/span.ts'
import { referenceKey } from './definition.ts'
import type { Link } from './facts.ts'
import { tagPattern } from './html.ts'
import { Title } from './title.ts'
import { urlEnd } from './url.ts'

/** An opening bracket: `[` or `![`. */
interface Bracket extends Span {
  readonly image: boolean
}

const TOKEN = '\\\\[!-/:-@[-`{-~\\r\\n]|`+|<|!?\\[|\\]|https?://|www\\.'
const IN_TEXT = new RegExp(TOKEN, 'gi')
const IN_HEADING = new RegExp(`${TOKEN}|&[a-z\\d]{2,31};|\\*+|_+|~+`, 'gi')
const AUTOLINK = /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/iy

const PLAIN = '[^ \\t\\r\\n()]*'
const PAIRS = `${PLAIN}(?:\\(${PLAIN}(?:\\(${PLAIN}\\)${PLAIN})*\\)${PLAIN})*`
const TITLE = `"[^"]*"|'[^']*'|\\([^()]*\\)`
const BLANKS = '[ \\t\\r\\n]'
/** What stands behind the first blanks is no blank: a search that gave some of them back would try each of the others anew. */
const RESOURCE = new RegExp(
  `\\(${BLANKS}*(?!${BLANKS})(?:<([^<>\\n]*)>|((?!<)${PAIRS}))(?:${BLANKS}+(?:${TITLE}))?${BLANKS}*\\)`,
  'dy',
)
const LABEL = /\[([^[\]]*)\]/y
const LONGEST_LABEL = 200

/** Reads the inline content of a file, passage by passage, each in one pass from left to right. */
export class Inlines {
  readonly links: Link[] = []
  readonly code: Span[] = []
  readonly html: Span[] = []

  private readonly text: string
  private readonly definitions: ReadonlyMap<string, Span>
  /** The passage: its content, where it stands in the file, and the text of a heading. */
  private source = ''
  private shift = 0
  private title: Title | undefined
  /** The brackets that are open. */
  private brackets: Bracket[] = []
  /** The last run of backticks of each length. */
  private backticks: Map<number, number> | undefined

  constructor(text: string, definitions: ReadonlyMap<string, Span>) {
    this.text = text
    this.definitions = definitions
  }

  /** Reads a passage that is no heading. */
  read({ start, end }: Span): void {
    this.readAll(unquoted(this.text.slice(start, end)), start, undefined)
  }

  /** Reads the passage of a heading. Returns its text. */
  readTitle({ start, end }: Span): { title: string; plain: string } {
    const source = unquoted(this.text.slice(start, end))
    const title = new Title(source)
    this.readAll(source, start, title)
    return title.finish()
  }

  private readAll(source: string, shift: number, title: Title | undefined): void {
    this.source = source
    this.shift = shift
    this.title = title
    this.brackets = []
    this.backticks = undefined
    const tokens = title ? IN_HEADING : IN_TEXT
    tokens.lastIndex = 0
    for (let token = tokens.exec(this.source); token; token = tokens.exec(this.source)) {
      tokens.lastIndex = this.construct(token[0], token.index, tokens.lastIndex) ?? tokens.lastIndex
    }
  }

  /** Reads what a token begins or ends. Returns where to go on, if that is not behind the token. */
  private construct(token: string, start: number, end: number): number | undefined {
    switch (token[0]) {
      case '\\':
        this.title?.cut(start, start + 1)
        return undefined
      case '`':
        return this.codeSpan(start, end)
      case '<':
        return this.angle(start)
      case '!':
      case '[':
        this.brackets.push({ start, end, image: token.length > 1 })
        return undefined
      case ']':
        return this.close(start)
      case '&':
        this.title!.cut(start, end, decodeNamedCharacterReference(token.slice(1, -1)) || token)
        return undefined
      case '*':
      case '_':
      case '~':
        this.title!.emphasis(token, start, end)
        return undefined
      default:
        return this.literal(start, end)
    }
  }

  private codeSpan(start: number, inner: number): number | undefined {
    const { source } = this
    const size = inner - start
    this.backticks ??= new Map(Array.from(source.matchAll(/`+/g), (run) => [run[0].length, run.index]))
    if ((this.backticks.get(size) ?? 0) < inner) return undefined
    const runs = /`+/g
    runs.lastIndex = inner
    while (runs.exec(source)![0].length !== size);
    const end = runs.lastIndex
    this.code.push(this.inFile(span(start, end)))
    this.title?.cut(start, end, codeText(source.slice(inner, end - size)))
    return end
  }

  private angle(start: number): number | undefined {
    const link = this.match(AUTOLINK, start)
    if (link) {
      this.push('autolink', span(start, link), span(start + 1, link - 1))
      return link
    }
    const tag = this.match(tagPattern, start)
    if (!tag) return undefined
    this.html.push(this.inFile(span(start, tag)))
    this.title?.cut(start, tag)
    return tag
  }

  private literal(start: number, host: number): number | undefined {
    const end = urlEnd(this.source, start, host)
    if (end) this.push('literal', span(start, end), span(start, end))
    return end
  }

  /** Closes the innermost bracket with the `]` at `at`. */
  private close(at: number): number | undefined {
    const bracket = this.brackets.pop()
    return bracket && (this.resource(bracket, at) ?? this.reference(bracket, at))
  }

  /** `(url "title")` behind the `]` at `at`. */
  private resource(bracket: Bracket, at: number): number | undefined {
    RESOURCE.lastIndex = at + 1
    const match = this.source[at + 1] === '(' ? RESOURCE.exec(this.source) : null
    if (!match) return undefined
    const [, angled, plain] = match.indices!
    const destination = match[2] === '' ? span(at + 2, at + 2) : span(...(angled ?? plain!))
    return this.link(bracket.image ? 'image' : 'inline', bracket, at, RESOURCE.lastIndex, this.inFile(destination))
  }

  /** `[label]`, `[]` or nothing behind the `]` at `at`, if such a label is defined. */
  private reference(bracket: Bracket, at: number): number | undefined {
    if (this.definitions.size === 0) return undefined
    LABEL.lastIndex = at + 1
    const match = LABEL.exec(this.source)
    const label = match?.[1] || this.source.slice(bracket.end, Math.min(at, bracket.end + LONGEST_LABEL))
    const destination = this.definitions.get(referenceKey(label))
    const end = at + 1 + (match?.[0].length ?? 0)
    return destination && this.link(bracket.image ? 'image-reference' : 'reference', bracket, at, end, destination)
  }

  private link(kind: Link['kind'], bracket: Bracket, close: number, end: number, destination: Span): number {
    this.forget(bracket)
    this.push(kind, span(bracket.start, end), span(bracket.end, close), destination)
    if (bracket.image) this.title?.image(bracket.start, end)
    return end
  }

  /** In the text of an image everything is plain text, in that of a link the URLs are. What stands around a link is none. */
  private forget({ start, image }: Bracket): void {
    const from = start + this.shift
    dropLast(this.links, (link) => link.span.start > from && (image || link.kind === 'literal'))
    if (!image) dropLast(this.brackets, (bracket) => !bracket.image)
    else for (const spans of [this.code, this.html]) dropLast(spans, (found) => found.start > from)
  }

  /** Adds a link, of which a title has the text alone. */
  private push(kind: Link['kind'], whole: Span, inner: Span, destination?: Span): void {
    const text = this.inFile(inner)
    this.links.push({ kind, span: this.inFile(whole), text, destination: destination ?? text })
    this.title?.cut(whole.start, inner.start)
    this.title?.cut(inner.end, whole.end)
  }

  /** The end of the pattern's match at `at`. */
  private match(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at
    return pattern.test(this.source) ? pattern.lastIndex : undefined
  }

  private inFile({ start, end }: Span): Span {
    return span(start + this.shift, end + this.shift)
  }
}

/** A line as a reader sees it, like the title of a heading. References are text. */
export function lineTitle(text: string, line: Span): string {
  return new Inlines(text, new Map()).readTitle(line).title
}

/** Blanks in the place of the marks of block quotes, which may stand where a line begins and are no part of the content. */
function unquoted(text: string): string {
  return text.includes('\n') ? text.replace(/\n[ \t>]+/g, (marks) => marks.replaceAll('>', ' ')) : text
}

function dropLast<T>(list: T[], test: (item: T) => boolean): void {
  while (list.length > 0 && test(list.at(-1)!)) list.pop()
}

/** A blank on each side is for the backticks alone, unless there is nothing else. */
function codeText(written: string): string {
  const text = written.replaceAll('\n', ' ')
  return text.startsWith(' ') && text.endsWith(' ') && text.trim() ? text.slice(1, -1) : text
}
