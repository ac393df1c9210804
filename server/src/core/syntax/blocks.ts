import { type Span, span } from '../text/span.ts'
import {
  BACKTICK,
  BYTE_ORDER_MARK,
  CLOSE_PAREN,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  HASH,
  isBlank,
  isDigit,
  isSpace,
  LESS,
  OPEN_BRACKET,
  PIPE,
  PLUS,
  RETURN,
  runLength,
  STAR,
  TAB,
  TILDE,
  UNDERSCORE,
} from './chars.ts'
import { definitionAt, referenceKey } from './destination.ts'
import type { FrontMatter, Heading, Link, ListItem } from './facts.ts'
import { htmlBlockEnd } from './html.ts'
import type { Passage } from './passage.ts'
import { cells, delimiterCells } from './table.ts'

type Leaf = 'none' | 'paragraph' | 'table' | 'indented' | 'fence' | 'html'

interface Container {
  readonly kind: 'quote' | 'item' | 'note'
  /** The columns of indentation that a line needs to stay in it. */
  readonly width: number
  /** An item whose first line is blank: a second blank line ends it. */
  hollow: boolean
}

/** Deeper containers are text. Each line looks at all that are open, which would cost the square of a hostile file. */
const DEEPEST = 100
const FRONT_MATTER = /---[ \t]*(?:\r?\n)(?:[\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/y
const NOTE = /\[\^([^\s[\]]+)\]:[ \t]*/y

/** Reads the block structure, line by line: containers (quotes, list items, footnotes) and the leaf that stands in them. */
export class Blocks {
  frontMatter: FrontMatter | undefined
  readonly items: ListItem[] = []
  readonly breaks: Span[] = []
  readonly code: Span[] = []
  readonly html: Span[] = []
  /** Link reference definitions, and the first destination of each key. */
  readonly links: Link[] = []
  readonly definitions = new Map<string, Span>()
  readonly notes = new Set<string>()
  /** The inline content of paragraphs, headings and table cells. */
  readonly passages: Passage[] = []

  private readonly text: string
  private readonly containers: Container[] = []
  private depth = 0
  private quotes = 0

  /** The line: what is left of it starts at `at`, in `column`; behind `indent` columns of blanks its text at `next`. */
  private at = 0
  private end = 0
  private column = 0
  private next = 0
  private indent = 0

  /** The open leaf, and what its kind needs to know. */
  private leaf: Leaf = 'none'
  private start = 0
  private stop = 0
  private fence = 0
  private fenceSize = 0
  private closer = /^\s*$/
  /** Start and end of each line of the paragraph. */
  private lines: number[] = []

  constructor(text: string) {
    this.text = text
  }

  read(): this {
    const { text } = this
    let at = this.readFrontMatter(text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0)
    while (at < text.length) {
      const lineFeed = text.indexOf('\n', at)
      const after = lineFeed < 0 ? text.length : lineFeed + 1
      this.at = at
      this.end = lineFeed < 0 ? after : lineFeed - (lineFeed > at && text.charCodeAt(lineFeed - 1) === RETURN ? 1 : 0)
      this.column = 0
      this.readLine()
      at = after
    }
    this.closeTo(0)
    return this
  }

  private readFrontMatter(at: number): number {
    FRONT_MATTER.lastIndex = at
    if (this.text.charCodeAt(at) !== DASH || !FRONT_MATTER.test(this.text)) return at
    const after = FRONT_MATTER.lastIndex
    const whole = this.trimmed(at, after)
    const start = this.text.indexOf('\n', at) + 1
    const fence = this.text.lastIndexOf('\n', whole.end - 1)
    const end = Math.max(start, this.text.charCodeAt(fence - 1) === RETURN ? fence - 1 : fence)
    this.frontMatter = { span: whole, content: span(start, end) }
    return after
  }

  private readLine(): void {
    const matched = this.continued()
    const verbatim = matched === this.containers.length && (this.leaf === 'fence' || this.leaf === 'html')
    this.look()
    if (verbatim) {
      if (this.leaf === 'fence') this.readFenced()
      else this.readHtml()
      return
    }
    const depth = this.openContainers(matched)
    this.readLeaf(depth)
  }

  /** How many of the open containers the line stays in. Their marks and indentation are read. */
  private continued(): number {
    const { containers } = this
    let count = 0
    for (; count < containers.length; count++) {
      const container = containers[count]!
      this.look()
      if (container.kind === 'quote') {
        if (!this.readQuoteMark()) break
      } else if (this.next === this.end) {
        if (container.hollow) break
        this.skip(container.width)
      } else {
        container.hollow = false
        if (this.indent < container.width) break
        this.skip(container.width)
      }
    }
    return count
  }

  /** Opens the containers that the line begins. Returns how many containers the rest of the line stands in for certain. */
  private openContainers(matched: number): number {
    let depth = matched
    // As remark does, and unlike the specification, for all the items that the line begins.
    const interrupts = this.leaf === 'paragraph' && matched === this.containers.length
    while (this.indent < 4 && this.next < this.end && depth < DEEPEST) {
      const code = this.text.charCodeAt(this.next)
      if (code === GREATER) {
        this.closeTo(depth)
        this.readQuoteMark()
        this.push({ kind: 'quote', width: 0, hollow: false })
      } else if (!(code === OPEN_BRACKET && this.openNote(depth)) && !this.openItem(code, depth, interrupts)) break
      depth++
      this.look()
    }
    return depth
  }

  private readQuoteMark(): boolean {
    if (this.indent > 3 || this.next === this.end || this.text.charCodeAt(this.next) !== GREATER) return false
    this.jump(this.next + 1)
    this.skip(1)
    return true
  }

  private openNote(depth: number): boolean {
    NOTE.lastIndex = this.next
    const match = NOTE.exec(this.text)
    if (!match || NOTE.lastIndex > this.end) return false
    this.closeTo(depth)
    this.notes.add(referenceKey(match[1]!))
    this.jump(NOTE.lastIndex)
    this.push({ kind: 'note', width: 4, hollow: false })
    return true
  }

  private openItem(code: number, depth: number, interrupts: boolean): boolean {
    const size = this.markerSize(code)
    if (size === 0) return false
    const marker = span(this.next, this.next + size)
    const content = this.skipBlanks(marker.end)
    if (marker.end < this.end && content === marker.end) return false
    if (interrupts && (content === this.end || (size > 1 && this.text.slice(this.next, marker.end - 1) !== '1')))
      return false
    if ((code === STAR || code === DASH) && this.isBreak(code)) return false
    this.closeTo(depth)
    const before = this.indent + size
    this.jump(marker.end)
    this.look()
    const hollow = content === this.end
    const blanks = hollow || this.indent > 4 ? 1 : this.indent
    this.skip(blanks)
    this.items.push({ marker, content, depth: this.depth })
    this.push({ kind: 'item', width: before + blanks, hollow })
    return true
  }

  /** The length of a bullet or of a number with its delimiter, or 0. */
  private markerSize(code: number): number {
    if (code === DASH || code === STAR || code === PLUS) return 1
    if (!isDigit(code)) return 0
    let at = this.next + 1
    while (at < this.end && isDigit(this.text.charCodeAt(at))) at++
    const size = at - this.next
    const delimiter = at < this.end ? this.text.charCodeAt(at) : 0
    return size < 10 && (delimiter === DOT || delimiter === CLOSE_PAREN) ? size + 1 : 0
  }

  /** Reads the rest of a line, which stands in `depth` containers, unless it continues a paragraph of more. */
  private readLeaf(depth: number): void {
    const lazy = depth < this.containers.length
    const open = this.leaf === 'paragraph'
    if (this.next === this.end) this.readBlank(depth)
    else if (this.indent > 3 && !open) this.readIndented(depth)
    else if (this.indent < 4 && this.readMarked(depth, lazy)) return
    else if (this.leaf === 'paragraph') {
      this.lines.push(this.next, this.end)
    } else if (this.leaf === 'table' && !lazy) {
      this.readCells(this.next, this.end)
    } else {
      this.begin('paragraph', depth)
      this.lines = [this.next, this.end]
    }
  }

  private readBlank(depth: number): void {
    if (depth < this.containers.length || this.leaf !== 'indented') this.closeTo(depth)
  }

  private readIndented(depth: number): void {
    if (this.leaf !== 'indented' || depth < this.containers.length) this.begin('indented', depth)
    this.stop = this.end
  }

  /** Reads a line whose first character makes it something else than a paragraph's. */
  private readMarked(depth: number, lazy: boolean): boolean {
    const code = this.text.charCodeAt(this.next)
    switch (code) {
      case HASH:
        return this.readHeading(depth)
      case BACKTICK:
      case TILDE:
        return this.openFence(code, depth)
      case LESS:
        return this.openHtml(depth)
      case STAR:
      case UNDERSCORE:
        return this.readBreak(code, depth)
      case EQUALS:
        return !lazy && this.readUnderline(code)
      case DASH:
        return (!lazy && (this.readUnderline(code) || this.openTable())) || this.readBreak(code, depth)
      case COLON:
      case PIPE:
        return !lazy && this.openTable()
      default:
        return false
    }
  }

  private readHeading(depth: number): boolean {
    const marks = runLength(this.text, this.next, this.end)
    const after = this.next + marks
    if (marks > 6 || (after < this.end && !isBlank(this.text.charCodeAt(after)))) return false
    this.closeTo(depth)
    const whole = this.trimmed(this.next, this.end)
    let to = whole.end
    while (this.text.charCodeAt(to - 1) === HASH) to--
    const content = isBlank(this.text.charCodeAt(to - 1)) ? this.trimmed(after, to) : this.trimmed(after, whole.end)
    const from = to <= after ? after : content.end > content.start ? this.skipBlanks(after) : after
    this.pushHeading(whole, marks, this.text, 0, from, Math.max(from, to <= after ? after : content.end))
    return true
  }

  private pushHeading(whole: Span, depth: number, source: string, shift: number, from: number, to: number): void {
    const nested = this.containers.length > 0
    this.passages.push({ source, shift, from, to, heading: { span: whole, depth: depth as Heading['depth'], nested } })
  }

  private openFence(code: number, depth: number): boolean {
    const size = runLength(this.text, this.next, this.end)
    if (size < 3) return false
    if (code === BACKTICK && this.text.slice(this.next + size, this.end).includes('`')) return false
    this.begin('fence', depth)
    this.fence = code
    this.fenceSize = size
    this.stop = this.end
    return true
  }

  private readFenced(): void {
    this.stop = this.end
    if (this.indent > 3 || this.next === this.end || this.text.charCodeAt(this.next) !== this.fence) return
    const size = runLength(this.text, this.next, this.end)
    if (size >= this.fenceSize && this.skipBlanks(this.next + size) === this.end) this.closeLeaf()
  }

  private openHtml(depth: number): boolean {
    const line = this.text.slice(this.next, this.end)
    const closer = htmlBlockEnd(line, this.leaf === 'paragraph')
    if (!closer) return false
    this.begin('html', depth)
    this.closer = closer
    this.stop = this.end
    if (closer.test(line.slice(1))) this.closeLeaf()
    return true
  }

  private readHtml(): void {
    const closes = this.closer.test(this.text.slice(this.next, this.end))
    if (!closes || this.next < this.end) this.stop = this.end
    if (closes) this.closeLeaf()
  }

  private readBreak(code: number, depth: number): boolean {
    if (!this.isBreak(code)) return false
    this.closeTo(depth)
    this.breaks.push(this.trimmed(this.next, this.end))
    return true
  }

  private isBreak(code: number): boolean {
    let count = 0
    for (let at = this.next; at < this.end; at++) {
      const other = this.text.charCodeAt(at)
      if (other === code) count++
      else if (!isBlank(other)) return false
    }
    return count >= 3
  }

  /** The underline of a setext heading makes one of the open paragraph. */
  private readUnderline(code: number): boolean {
    if (this.leaf !== 'paragraph') return false
    const size = runLength(this.text, this.next, this.end)
    if (this.skipBlanks(this.next + size) < this.end) return false
    const content = this.takeParagraph()
    if (!content) return false
    const { source, shift, from, to } = content
    this.pushHeading(span(from + shift, this.next + size), code === EQUALS ? 1 : 2, source, shift, from, to)
    return true
  }

  /** A row of dashes makes the paragraph's last line the head of a table, if both have the same number of cells. */
  private openTable(): boolean {
    if (this.leaf !== 'paragraph') return false
    const count = delimiterCells(this.text.slice(this.next, this.end))
    const [start, end] = this.lines.slice(-2) as [number, number]
    if (count === 0 || count !== cells(this.text, start, end).length) return false
    this.lines.length -= 2
    this.closeLeaf()
    this.leaf = 'table'
    this.readCells(start, end)
    return true
  }

  private readCells(start: number, end: number): void {
    for (const cell of cells(this.text, start, end)) {
      if (cell.start < cell.end) this.passages.push({ source: this.text, shift: 0, from: cell.start, to: cell.end })
    }
  }

  private begin(leaf: Leaf, depth: number): void {
    this.closeTo(depth)
    this.leaf = leaf
    this.start = this.next
  }

  /** Closes the leaf, and the containers behind the first `depth`. */
  private closeTo(depth: number): void {
    this.closeLeaf()
    while (this.containers.length > depth) {
      const { kind } = this.containers.pop()!
      if (kind === 'item') this.depth--
      else if (kind === 'quote') this.quotes--
    }
  }

  private push(container: Container): void {
    this.containers.push(container)
    if (container.kind === 'item') this.depth++
    else if (container.kind === 'quote') this.quotes++
  }

  private closeLeaf(): void {
    if (this.leaf === 'paragraph') {
      const content = this.takeParagraph()
      if (content) this.passages.push(content)
    } else if (this.leaf === 'html') this.html.push(this.trimmed(this.start, this.stop))
    else if (this.leaf === 'fence' || this.leaf === 'indented') this.code.push(this.trimmed(this.start, this.stop))
    this.leaf = 'none'
  }

  /** Closes the paragraph. Returns what is left of it behind the definitions that it starts with, if anything is. */
  private takeParagraph(): Passage | undefined {
    this.leaf = 'none'
    if (this.lines.length === 0) return undefined
    const shift = this.quotes > 0 ? this.lines[0]! : 0
    const source = this.quotes > 0 ? unquoted(this.text, this.lines) : this.text
    const to = this.trimmed(this.lines[0]!, this.lines.at(-1)!).end - shift
    let from = this.lines[0]! - shift
    for (;;) {
      const definition = definitionAt(source, from, to)
      if (!definition) return from < to ? { source, shift, from, to } : undefined
      const { key, label, destination } = definition
      const url = span(destination.start + shift, destination.end + shift)
      const text = span(label.start + shift, label.end + shift)
      this.links.push({ kind: 'definition', span: span(from + shift, definition.end + shift), text, destination: url })
      if (!this.definitions.has(key)) this.definitions.set(key, url)
      from = definition.after
      while (from < to && isSpace(source.charCodeAt(from))) from++
    }
  }

  /** Finds the first character of the rest of the line that is no blank, and its distance in columns. */
  private look(): void {
    const { text, end } = this
    let { at, column } = this
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === TAB) column += 4 - (column % 4)
      else if (isBlank(code)) column++
      else break
    }
    this.next = at
    this.indent = column - this.column
  }

  /** Reads up to `columns` columns of blanks. What is left of a tab counts as blanks. */
  private skip(columns: number): void {
    const target = this.column + columns
    while (this.at < this.end && this.column < target) {
      const code = this.text.charCodeAt(this.at)
      if (!isBlank(code)) return
      const column = this.column + (code === TAB ? 4 - (this.column % 4) : 1)
      this.column = Math.min(column, target)
      if (column > target) return
      this.at++
    }
  }

  /** Goes on behind the mark that starts at `next`. */
  private jump(to: number): void {
    this.column += this.indent + to - this.next
    this.at = to
  }

  private skipBlanks(start: number): number {
    let at = start
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++
    return at
  }

  private trimmed(start: number, end: number): Span {
    let from = start
    let to = end
    while (to > from && isSpace(this.text.charCodeAt(to - 1))) to--
    while (from < to && isSpace(this.text.charCodeAt(from))) from++
    return span(from, to)
  }
}

/** The lines of a paragraph in a quote, with blanks in the place of the quote's marks. */
function unquoted(text: string, lines: readonly number[]): string {
  let source = text.slice(lines[0], lines[1])
  for (let index = 2; index < lines.length; index += 2) {
    const start = lines[index]!
    source += `\n${' '.repeat(start - lines[index - 1]! - 1)}${text.slice(start, lines[index + 1])}`
  }
  return source
}
