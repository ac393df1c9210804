import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'
import { type Definition, definitionAt } from './destination.ts'
import { trimmed } from './line.ts'
import { type Passage, passage } from './passage.ts'

/** The lines of a paragraph while they are read, each without its indentation. */
export class Paragraph {
  private readonly text: string
  /** Start and end of each line. */
  private lines: number[] = []
  private quoted = false

  constructor(text: string) {
    this.text = text
  }

  /** Begins with a line. Other lines have marks before them if the paragraph is `quoted`. */
  begin(start: number, end: number, quoted: boolean): void {
    this.lines = [start, end]
    this.quoted = quoted
  }

  add(start: number, end: number): void {
    this.lines.push(start, end)
  }

  get lastLine(): Span {
    return span(this.lines.at(-2)!, this.lines.at(-1)!)
  }

  dropLastLine(): void {
    this.lines.length -= 2
  }

  /** The text of the paragraph, behind the definitions that it begins with, if anything is left. They go to `define`. */
  take(define: (definition: Definition) => void): Passage | undefined {
    if (this.lines.length === 0) return undefined
    const start = this.lines[0]!
    const shift = this.quoted ? start : 0
    const source = this.quoted ? unquoted(this.text, this.lines) : this.text
    const to = trimmed(this.text, start, this.lines.at(-1)!).end - shift
    let from = start - shift
    for (;;) {
      const definition = definitionAt(source, from, to, shift)
      if (!definition) return from < to ? passage(source, shift, from, to) : undefined
      define(definition)
      from = char.skipSpace(source, definition.after, to)
    }
  }
}

/** The lines with blanks in the place of the quote's marks. */
function unquoted(text: string, lines: readonly number[]): string {
  let source = text.slice(lines[0], lines[1])
  for (let index = 2; index < lines.length; index += 2) {
    const start = lines[index]!
    source += `\n${' '.repeat(start - lines[index - 1]! - 1)}${text.slice(start, lines[index + 1])}`
  }
  return source
}
