import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'
import { Containers } from './containers.ts'
import type { Definition } from './destination.ts'
import type { FrontMatter, Heading, Link } from './facts.ts'
import { readFrontMatter } from './front-matter.ts'
import { htmlBlockEnd } from './html.ts'
import { Line, trimmed } from './line.ts'
import { Paragraph } from './paragraph.ts'
import { type Passage, passage } from './passage.ts'
import { cells, delimiterCells } from './table.ts'

type Leaf = 'none' | 'paragraph' | 'table' | 'indented' | 'fence' | 'html'

/** Reads the block structure, line by line: the containers, and the leaf that stands in the innermost one. */
export class Blocks {
  frontMatter: FrontMatter | undefined
  readonly containers = new Containers()
  readonly breaks: Span[] = []
  readonly code: Span[] = []
  readonly html: Span[] = []
  /** Definitions. */
  readonly links: Link[] = []
  /** The first destination of each key. */
  readonly definitions = new Map<string, Span>()
  /** The inline content of paragraphs, headings and table cells. */
  readonly passages: Passage[] = []

  private readonly text: string
  private readonly line: Line
  private readonly paragraph: Paragraph

  /** The open leaf, and what its kind needs to know. */
  private leaf: Leaf = 'none'
  private start = 0
  private stop = 0
  private fence = 0
  private fenceSize = 0
  private closer = /^/

  constructor(text: string) {
    this.text = text
    this.line = new Line(text)
    this.paragraph = new Paragraph(text)
  }

  read(): this {
    const { frontMatter, after } = readFrontMatter(this.text, this.text.charCodeAt(0) === char.BYTE_ORDER_MARK ? 1 : 0)
    this.frontMatter = frontMatter
    for (let at = after; at < this.text.length; ) {
      at = this.line.begin(at)
      this.readLine()
    }
    this.closeLeaf()
    return this
  }

  private readLine(): void {
    const { containers, line } = this
    const matched = containers.enter(line)
    const inside = matched === containers.size
    if (inside && this.leaf === 'fence') this.readFenced()
    else if (inside && this.leaf === 'html') this.readHtml()
    else {
      const opened = containers.begin(line, matched, inside && this.leaf === 'paragraph')
      if (opened) this.closeLeaf()
      this.readLeaf(opened ? containers.size : matched)
    }
  }

  /** Reads the rest of a line that stands in `depth` containers, unless it continues a paragraph of more, as a lazy one. */
  private readLeaf(depth: number): void {
    const { containers, line } = this
    const lazy = depth < containers.size
    if (line.isBlank) {
      if (lazy || this.leaf !== 'indented') this.closeTo(depth)
    } else if (line.indent > 3 && this.leaf !== 'paragraph') this.readIndented(depth, lazy)
    else if (line.indent < 4 && this.readMarked(depth, lazy)) return
    else if (this.leaf === 'paragraph') this.paragraph.add(line.next, line.end)
    else if (this.leaf === 'table' && !lazy) this.readCells(line.next, line.end)
    else {
      this.begin('paragraph', depth)
      this.paragraph.begin(line.next, line.end, containers.quotes > 0)
    }
  }

  private readIndented(depth: number, lazy: boolean): void {
    if (lazy || this.leaf !== 'indented') this.begin('indented', depth)
    this.stop = this.line.end
  }

  /** Reads a line whose first character makes it something else than a paragraph's. */
  private readMarked(depth: number, lazy: boolean): boolean {
    const { code } = this.line
    switch (code) {
      case char.HASH:
        return this.readHeading(depth)
      case char.BACKTICK:
      case char.TILDE:
        return this.openFence(code, depth)
      case char.LESS:
        return this.openHtml(depth)
      case char.STAR:
      case char.UNDERSCORE:
        return this.readBreak(code, depth)
      case char.EQUALS:
        return !lazy && this.readUnderline(code)
      case char.DASH:
        return (!lazy && (this.readUnderline(code) || this.openTable())) || this.readBreak(code, depth)
      case char.COLON:
      case char.PIPE:
        return !lazy && this.openTable()
      default:
        return false
    }
  }

  private readHeading(depth: number): boolean {
    const { text, line } = this
    const marks = line.run
    const open = line.next + marks
    if (marks > 6 || (open < line.end && !char.isBlank(text.charCodeAt(open)))) return false
    this.closeTo(depth)
    const whole = trimmed(text, line.next, line.end)
    let close = whole.end
    while (text.charCodeAt(close - 1) === char.HASH) close--
    const closed = close > open && char.isBlank(text.charCodeAt(close - 1))
    const content = trimmed(text, open, closed ? close : whole.end)
    const empty = close <= open || content.start === content.end
    this.pushHeading(whole, marks, passage(text, 0, empty ? open : content.start, empty ? open : content.end))
    return true
  }

  private pushHeading(whole: Span, depth: number, { source, shift, from, to }: Passage): void {
    const heading = { span: whole, depth: depth as Heading['depth'], nested: this.containers.size > 0 }
    this.passages.push(passage(source, shift, from, to, heading))
  }

  private openFence(code: number, depth: number): boolean {
    const { line } = this
    const size = line.run
    if (size < 3 || (code === char.BACKTICK && line.rest.includes('`', size))) return false
    this.begin('fence', depth)
    this.fence = code
    this.fenceSize = size
    this.stop = line.end
    return true
  }

  private readFenced(): void {
    const { line } = this
    this.stop = line.end
    if (line.indent > 3 || line.code !== this.fence) return
    const size = line.run
    if (size >= this.fenceSize && line.endsBehind(size)) this.closeLeaf()
  }

  private openHtml(depth: number): boolean {
    const { rest, end } = this.line
    const closer = htmlBlockEnd(rest, this.leaf === 'paragraph')
    if (!closer) return false
    this.begin('html', depth)
    this.closer = closer
    this.stop = end
    if (closer.test(rest.slice(1))) this.closeLeaf()
    return true
  }

  private readHtml(): void {
    const { line } = this
    const closes = this.closer.test(line.rest)
    if (!closes || !line.isBlank) this.stop = line.end
    if (closes) this.closeLeaf()
  }

  private readBreak(code: number, depth: number): boolean {
    const { line } = this
    if (!line.isBreak(code)) return false
    this.closeTo(depth)
    this.breaks.push(trimmed(this.text, line.next, line.end))
    return true
  }

  /** The underline of a setext heading makes one of the open paragraph. */
  private readUnderline(code: number): boolean {
    const size = this.line.run
    if (this.leaf !== 'paragraph' || !this.line.endsBehind(size)) return false
    const content = this.takeParagraph()
    if (!content) return false
    this.pushHeading(span(content.from + content.shift, this.line.next + size), code === char.EQUALS ? 1 : 2, content)
    return true
  }

  /** A row of dashes makes the paragraph's last line the head of a table, if both have the same number of cells. */
  private openTable(): boolean {
    if (this.leaf !== 'paragraph') return false
    const count = delimiterCells(this.line.rest)
    const { start, end } = this.paragraph.lastLine
    if (count === 0 || count !== cells(this.text, start, end).length) return false
    this.paragraph.dropLastLine()
    this.closeLeaf()
    this.leaf = 'table'
    this.readCells(start, end)
    return true
  }

  private readCells(start: number, end: number): void {
    for (const cell of cells(this.text, start, end)) {
      if (cell.start < cell.end) this.passages.push(passage(this.text, 0, cell.start, cell.end))
    }
  }

  private begin(leaf: Leaf, depth: number): void {
    this.closeTo(depth)
    this.leaf = leaf
    this.start = this.line.next
  }

  /** Closes the leaf, and the containers behind the first `depth`. */
  private closeTo(depth: number): void {
    this.closeLeaf()
    this.containers.close(depth)
  }

  private closeLeaf(): void {
    if (this.leaf === 'paragraph') {
      const content = this.takeParagraph()
      if (content) this.passages.push(content)
    } else if (this.leaf === 'html') this.html.push(trimmed(this.text, this.start, this.stop))
    else if (this.leaf === 'fence' || this.leaf === 'indented')
      this.code.push(trimmed(this.text, this.start, this.stop))
    this.leaf = 'none'
  }

  private takeParagraph(): Passage | undefined {
    this.leaf = 'none'
    return this.paragraph.take(this.define)
  }

  private readonly define = ({ key, span, text, destination }: Definition): void => {
    this.links.push({ kind: 'definition', span, text, destination })
    if (!this.definitions.has(key)) this.definitions.set(key, destination)
  }
}
