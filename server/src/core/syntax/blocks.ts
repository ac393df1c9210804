import { type Span, span } from '../text/span.ts'
import { Containers, isBreak } from './containers.ts'
import { definitionAt } from './definition.ts'
import type { Heading, Link } from './facts.ts'
import { htmlEnd } from './html.ts'
import { Line } from './line.ts'
import { cells, delimiterCells } from './table.ts'

/** Inline content, and the heading whose content it is. */
export interface Passage extends Span {
  readonly heading?: Pick<Heading, 'span' | 'depth' | 'nested'>
}

/** The block that is being read, in the innermost container. */
interface Leaf {
  readonly kind: 'paragraph' | 'table' | 'indented' | 'fence' | 'html'
  readonly start: number
  end: number
  /** Where its last line begins. */
  last: number
  /** Where its span goes. */
  readonly into: Span[]
  /** The last line of a fence or of HTML, in which nothing else begins. */
  readonly closer: RegExp | undefined
}

const HEADING = /^#{1,6}(?:[ \t]+|$)/
const CLOSING_MARKS = /(?:^|(?<![ \t])[ \t]+)#+$/
const UNDERLINE = /^(?:=+|-+)$/
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/

/** Reads the block structure, line by line: the containers, and the leaf that stands in the innermost one. */
export class Blocks {
  readonly containers = new Containers()
  readonly breaks: Span[] = []
  readonly code: Span[] = []
  readonly html: Span[] = []
  readonly tables: Span[] = []
  readonly definitions: Link[] = []
  /** The inline content of paragraphs, headings and table cells. */
  readonly passages: Passage[] = []
  /** Whether the last line stands in a fence or in HTML that goes on behind it. */
  readonly isOpen: boolean

  private readonly text: string
  private readonly line: Line
  private leaf: Leaf | undefined

  /** Reads the lines of the text from `start` up to `end`. */
  constructor(text: string, start: number, end: number) {
    this.text = text
    this.line = new Line(text)
    for (let at = start; at < end; at = this.line.after) {
      this.line.begin(at)
      this.readLine()
      if (this.line.end > at) this.containers.said = this.line.end
    }
    this.isOpen = this.leaf?.closer !== undefined
    this.close(0)
  }

  private readLine(): void {
    const { containers, line, leaf } = this
    const matched = containers.enter(line)
    const inside = matched === containers.size
    if (inside && leaf?.closer) this.readRaw(leaf, leaf.closer)
    else {
      const depth = containers.begin(line, matched, inside && leaf?.kind === 'paragraph')
      if (depth > matched) this.close(depth)
      if (!line.isBlank) this.readLeaf(depth)
      else if (leaf?.kind !== 'indented' || depth < containers.size) this.close(depth)
    }
  }

  /** Reads a line of a fence or of HTML. */
  private readRaw(leaf: Leaf, closer: RegExp): void {
    const { line } = this
    if (!line.isBlank) leaf.end = line.end
    if (closer.test(line.rest) && (leaf.kind === 'html' || line.indent < 4)) this.close(this.containers.size)
  }

  /** Reads the rest of a line that stands in `depth` containers, unless it continues a paragraph of more, as a lazy one. */
  private readLeaf(depth: number): void {
    const { containers, line, leaf } = this
    const kind = depth === containers.size || leaf?.kind === 'paragraph' ? leaf?.kind : undefined
    if (line.indent < 4 && this.readMarked(line.rest, depth)) return
    if (kind === 'paragraph' || (kind === 'indented' && line.indent > 3)) this.extend()
    else if (line.indent > 3) this.begin('indented', depth, this.code)
    else if (kind === 'table') this.readRow()
    else if (!this.define(depth)) this.begin('paragraph', depth, this.passages)
  }

  /** Reads a line whose first character makes it something else than a paragraph's. */
  private readMarked(rest: string, depth: number): boolean {
    if (!'#`~<*_=-:|'.includes(rest[0]!)) return false
    const inside = depth === this.containers.size && this.leaf?.kind === 'paragraph'
    return (
      this.readHeading(rest, depth) ||
      this.openFence(rest, depth) ||
      this.openHtml(rest, depth) ||
      (inside && (this.readUnderline(rest, this.leaf!) || this.openTable(rest, this.leaf!))) ||
      this.readBreak(depth)
    )
  }

  private readHeading(rest: string, depth: number): boolean {
    const open = HEADING.exec(rest)?.[0]
    if (!open) return false
    this.close(depth)
    const { next, end } = this.line
    const marks = open.trimEnd()
    const content = rest.slice(open.length).replace(CLOSING_MARKS, '')
    const start = next + (content ? open : marks).length
    this.pushHeading(span(next, end), marks.length, span(start, start + content.length))
    return true
  }

  /** The underline of a setext heading makes one of the open paragraph. */
  private readUnderline(rest: string, paragraph: Leaf): boolean {
    if (!UNDERLINE.test(rest)) return false
    this.leaf = undefined
    this.pushHeading(span(paragraph.start, this.line.end), rest[0] === '=' ? 1 : 2, paragraph)
    return true
  }

  private pushHeading(whole: Span, depth: number, { start, end }: Span): void {
    const heading = { span: whole, depth: depth as Heading['depth'], nested: this.containers.size > 0 }
    this.passages.push({ start, end, heading })
  }

  private openFence(rest: string, depth: number): boolean {
    const fence = FENCE.exec(rest)?.[0]
    if (fence) this.begin('fence', depth, this.code, new RegExp(`^${fence[0]}{${fence.length},}$`))
    return fence !== undefined
  }

  private openHtml(rest: string, depth: number): boolean {
    const closer = rest[0] === '<' ? htmlEnd(rest, this.leaf?.kind === 'paragraph') : undefined
    if (closer) this.begin('html', depth, this.html, closer)
    if (closer?.test(rest)) this.close(depth)
    return closer !== undefined
  }

  /** A row of dashes makes the paragraph's last line the head of a table, if both have the same number of cells. */
  private openTable(rest: string, { start, last, end }: Leaf): boolean {
    const count = delimiterCells(rest)
    if (count === 0 || count !== cells(this.text.slice(last, end), last).length) return false
    if (last > start) this.passages.push(span(start, last))
    this.leaf = undefined
    this.begin('table', this.containers.size, this.tables)
    this.leaf = { ...this.leaf!, start: last }
    this.readCells(last, end)
    return true
  }

  private readRow(): void {
    this.extend()
    this.readCells(this.line.next, this.line.end)
  }

  private readCells(start: number, end: number): void {
    for (const cell of cells(this.text.slice(start, end), start)) this.passages.push(cell)
  }

  private readBreak(depth: number): boolean {
    if (!isBreak(this.line)) return false
    this.close(depth)
    this.breaks.push(span(this.line.next, this.line.end))
    return true
  }

  private define(depth: number): boolean {
    const { line } = this
    const definition = definitionAt(this.text, line.next)
    if (!definition) return false
    this.close(depth)
    this.definitions.push(definition)
    if (definition.span.end > line.end) line.begin(line.after)
    return true
  }

  private begin(kind: Leaf['kind'], depth: number, into: Span[], closer?: RegExp): void {
    this.close(depth)
    const { next, end } = this.line
    this.leaf = { kind, start: next, end, last: next, into, closer }
  }

  private extend(): void {
    this.leaf!.last = this.line.next
    this.leaf!.end = this.line.end
  }

  /** Closes the leaf, and the containers behind the first `depth`. */
  private close(depth: number): void {
    const { leaf } = this
    this.leaf = undefined
    this.containers.close(depth)
    leaf?.into.push(span(leaf.start, leaf.end))
  }
}
