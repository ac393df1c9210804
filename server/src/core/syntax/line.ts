import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'

/**
 * A line that is read from left to right: what is left of it starts at `at`, in `column`, and its first character that
 * is no blank stands at `next`, `indent` columns further on. Tabs reach to the next multiple of four columns.
 */
export class Line {
  readonly text: string
  at = 0
  column = 0
  /** The line's end, without the line feed. */
  end = 0
  next = 0
  indent = 0

  constructor(text: string) {
    this.text = text
  }

  /** Begins with the line at `start`. Returns where the next one starts. */
  begin(start: number): number {
    const lineFeed = this.text.indexOf('\n', start)
    const end = lineFeed < 0 ? this.text.length : lineFeed
    this.at = start
    this.column = 0
    this.end = lineFeed > start && this.text.charCodeAt(end - 1) === char.RETURN ? end - 1 : end
    return lineFeed < 0 ? end : end + 1
  }

  get isBlank(): boolean {
    return this.next === this.end
  }

  /** The first character that is no blank, -1 on a blank line. */
  get code(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : -1
  }

  /** What is left, from the first character that is no blank. */
  get rest(): string {
    return this.text.slice(this.next, this.end)
  }

  /** Finds `next` and `indent`. */
  look(): void {
    const { text, end } = this
    let { at, column } = this
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === char.SPACE) column++
      else if (code === char.TAB) column += 4 - (column % 4)
      else break
    }
    this.next = at
    this.indent = column - this.column
  }

  /** Reads up to `columns` columns of blanks. What is left of a tab counts as blanks. */
  skip(columns: number): void {
    const target = this.column + columns
    while (this.at < this.end && this.column < target) {
      const code = this.text.charCodeAt(this.at)
      if (!char.isBlank(code)) return
      const column = this.column + (code === char.TAB ? 4 - (this.column % 4) : 1)
      this.column = Math.min(column, target)
      if (column <= target) this.at++
    }
  }

  /** Reads the mark that stands at `next` and ends at `to`. */
  jump(to: number): void {
    this.column += this.indent + to - this.next
    this.at = to
  }

  /** The first offset from `start` on that is no blank. */
  skipBlanks(start: number): number {
    let at = start
    while (at < this.end && char.isBlank(this.text.charCodeAt(at))) at++
    return at
  }

  /** The length of the run of equal characters at `next`. */
  get run(): number {
    return char.runLength(this.text, this.next, this.end)
  }

  /** Whether a run at `next`, `size` characters long, is the last thing on the line. */
  endsBehind(size: number): boolean {
    return this.skipBlanks(this.next + size) === this.end
  }

  /** Whether the rest of the line is a thematic break: three of the same mark or more, and blanks. */
  isBreak(code: number): boolean {
    let count = 0
    for (let at = this.next; at < this.end; at++) {
      const other = this.text.charCodeAt(at)
      if (other === code) count++
      else if (!char.isBlank(other)) return false
    }
    return count >= 3
  }
}

/** A span without the white space at both of its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (to > from && char.isSpace(text.charCodeAt(to - 1))) to--
  while (from < to && char.isSpace(text.charCodeAt(from))) from++
  return span(from, to)
}
