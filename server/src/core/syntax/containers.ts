import { type Span, span } from '../text/span.ts'
import type { ListItem } from './facts.ts'
import type { Line } from './line.ts'

/** Deeper containers are text. Each line looks at all that are open, which would cost the square of a hostile file. */
const DEEPEST = 100
const MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y
/** What markers begin with. */
const FIRST = '-*+0123456789'

/** What ends where it is closed. */
type Draft<Container> = Container & { end: number }

/** The block quotes and list items that are open. */
export class Containers {
  readonly items: Draft<ListItem>[] = []
  readonly quotes: Draft<Span>[] = []
  /** Where the last line with text ended: there ends what a line closes. */
  said = 0
  /** The columns of indentation that a line needs to stay in each open list item; 0 for a block quote, which needs a mark. */
  private readonly open: number[] = []
  private readonly drafts: { end: number }[] = []
  /** Whether the last line began an item, and nothing in it. */
  private hollow = false

  get size(): number {
    return this.open.length
  }

  /** How many of the open containers the line stays in. A blank line ends an item that is hollow. */
  enter(line: Line): number {
    let count = 0
    while (count < this.size && stays(line, this.open[count]!)) count++
    const ends = this.hollow && line.isBlank && count === this.size
    this.hollow = false
    return ends ? count - 1 : count
  }

  /**
   * Opens the containers that the line begins, which ends those behind the first `depth`. Returns how many it stands in.
   * Less can interrupt a paragraph. As in remark, and unlike the specification, this holds for all items of the line.
   */
  begin(line: Line, depth: number, interrupts: boolean): number {
    if (line.isBlank || line.indent > 3 || depth === DEEPEST) return depth
    const start = line.next
    const quotes = passQuote(line)
    const width = quotes ? 0 : this.item(line, depth, interrupts)
    if (width === undefined) return depth
    this.close(depth)
    this.open.push(width)
    if (quotes) this.quotes.push({ start, end: start })
    this.drafts.push((quotes ? this.quotes : this.items).at(-1)!)
    return this.begin(line, depth + 1, interrupts)
  }

  /** Closes all but the first `depth`. */
  close(depth: number): void {
    while (this.open.length > depth) {
      this.open.pop()
      this.drafts.pop()!.end = this.said
    }
  }

  private item(line: Line, depth: number, interrupts: boolean): number | undefined {
    const { next: start, indent } = line
    if (!FIRST.includes(line.text[start]!)) return undefined
    MARKER.lastIndex = start
    if (!MARKER.test(line.text) || isBreak(line)) return undefined
    const end = MARKER.lastIndex
    const hollow = end === line.end
    if (interrupts && (hollow || (end > start + 1 && line.text.slice(start, end - 1) !== '1'))) return undefined
    line.pass(end - start)
    const blanks = hollow || line.indent > 4 ? 1 : line.indent
    line.base += blanks
    this.hollow = hollow
    const level = this.open.slice(0, depth).filter((width) => width > 0).length
    this.items.push({ marker: span(start, end), content: line.next, depth: level, end })
    return indent + end - start + blanks
  }
}

/** Whether what is left of a line is a thematic break, which wins over an item that its first mark might begin. */
export function isBreak({ text, next, end }: Line): boolean {
  const mark = text[next]!
  if (!'-*_'.includes(mark)) return false
  let marks = 0
  for (let at = next; at < end; at++) {
    if (text[at] === mark) marks++
    else if (text[at] !== ' ' && text[at] !== '\t') return false
  }
  return marks > 2
}

function stays(line: Line, width: number): boolean {
  if (width === 0) return passQuote(line)
  if (!line.isBlank && line.indent < width) return false
  line.base += width
  return true
}

/** Reads the mark of a block quote, if it is the next thing on the line, and one blank. */
function passQuote(line: Line): boolean {
  if (line.indent > 3 || line.isBlank || line.text[line.next] !== '>') return false
  line.pass(1)
  line.base += Math.min(1, line.indent)
  return true
}
