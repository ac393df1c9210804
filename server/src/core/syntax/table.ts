import { type Span, span } from '../text/span.ts'

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** How many cells the row has that makes the line before it the head of a table; 0 if the line is no such row. */
export function delimiterCells(line: string): number {
  return /[|:]/.test(line) && DELIMITERS.test(line) ? line.match(/-+/g)!.length : 0
}

/** The cells of the row that starts at `start`. Bars part them, even inside of code; the bars at both ends are optional. */
export function cells(row: string, start: number): Span[] {
  const found: Span[] = []
  let from = start
  for (const cell of row.split(/(?<!\\)\|/)) {
    found.push(span(from, from + cell.length))
    from += cell.length + 1
  }
  if (row.startsWith('|')) found.shift()
  if (/(?<!\\)\|$/.test(row)) found.pop()
  return found
}
