import { span } from '../text/span.ts'
import * as char from './chars.ts'
import { referenceKey } from './destination.ts'
import type { ListItem } from './facts.ts'
import type { Line } from './line.ts'

interface Container {
  readonly kind: 'quote' | 'item' | 'note'
  /** The columns of indentation that a line needs to stay in it. */
  readonly width: number
  /** An item whose first line is blank: a second blank line ends it. */
  hollow: boolean
}

/** Deeper containers are text. Each line looks at all that are open, which would cost the square of a hostile file. */
const DEEPEST = 100
const NOTE = /\[\^([^\s[\]]+)\]:[ \t]*/y

/** The block quotes, list items and footnotes that are open. */
export class Containers {
  readonly items: ListItem[] = []
  /** The keys of footnotes. */
  readonly notes = new Set<string>()
  /** How many of the open ones are block quotes. */
  quotes = 0
  private depth = 0
  private readonly open: Container[] = []

  get size(): number {
    return this.open.length
  }

  /** How many of the open containers the line stays in. Reads their marks and indentation. */
  enter(line: Line): number {
    let count = 0
    for (; count < this.open.length; count++) {
      line.look()
      if (!stays(this.open[count]!, line)) return count
    }
    line.look()
    return count
  }

  /**
   * Opens the containers that the line begins; those behind the first `matched` end then. Returns whether there are any.
   * Less can interrupt a paragraph. As in remark, and unlike the specification, this holds for all items of the line.
   */
  begin(line: Line, matched: number, interrupts: boolean): boolean {
    let depth = matched
    while (line.indent < 4 && !line.isBlank && depth < DEEPEST) {
      const { code } = line
      const opened =
        (code === char.GREATER && this.quote(line, depth)) ||
        (code === char.OPEN_BRACKET && this.note(line, depth)) ||
        this.item(line, depth, interrupts)
      if (!opened) break
      depth++
      line.look()
    }
    return depth > matched
  }

  /** Closes all but the first `depth`. */
  close(depth: number): void {
    while (this.open.length > depth) {
      const { kind } = this.open.pop()!
      if (kind === 'item') this.depth--
      else if (kind === 'quote') this.quotes--
    }
  }

  private quote(line: Line, depth: number): boolean {
    this.close(depth)
    readQuoteMark(line)
    this.quotes++
    this.open.push({ kind: 'quote', width: 0, hollow: false })
    return true
  }

  private note(line: Line, depth: number): boolean {
    NOTE.lastIndex = line.next
    const match = NOTE.exec(line.text)
    if (!match || NOTE.lastIndex > line.end) return false
    this.close(depth)
    this.notes.add(referenceKey(match[1]!))
    line.jump(NOTE.lastIndex)
    this.open.push({ kind: 'note', width: 4, hollow: false })
    return true
  }

  private item(line: Line, depth: number, interrupts: boolean): boolean {
    const size = markerSize(line)
    if (size === 0) return false
    const marker = span(line.next, line.next + size)
    const content = line.skipBlanks(marker.end)
    const hollow = content === line.end
    if (!hollow && content === marker.end) return false
    if (interrupts && (hollow || (size > 1 && line.text.slice(marker.start, marker.end - 1) !== '1'))) return false
    if (size === 1 && line.isBreak(line.code)) return false
    this.close(depth)
    const before = line.indent + size
    line.jump(marker.end)
    line.look()
    const blanks = hollow || line.indent > 4 ? 1 : line.indent
    line.skip(blanks)
    this.items.push({ marker, content, depth: this.depth++ })
    this.open.push({ kind: 'item', width: before + blanks, hollow })
    return true
  }
}

function stays(container: Container, line: Line): boolean {
  if (container.kind === 'quote') return readQuoteMark(line)
  if (line.isBlank ? container.hollow : line.indent < container.width) return false
  if (!line.isBlank) container.hollow = false
  line.skip(container.width)
  return true
}

function readQuoteMark(line: Line): boolean {
  if (line.indent > 3 || line.code !== char.GREATER) return false
  line.jump(line.next + 1)
  line.skip(1)
  return true
}

/** The length of a bullet or of a number with its delimiter, or 0. */
function markerSize({ text, next, end, code }: Line): number {
  if (code === char.DASH || code === char.STAR || code === char.PLUS) return 1
  if (!char.isDigit(code)) return 0
  let at = next + 1
  while (at < end && char.isDigit(text.charCodeAt(at))) at++
  const delimiter = at < end ? text.charCodeAt(at) : 0
  return at - next < 10 && (delimiter === char.DOT || delimiter === char.CLOSE_PAREN) ? at - next + 1 : 0
}
