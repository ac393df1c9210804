import type { Span } from '../text/span.ts'
import * as char from './chars.ts'
import { trimmed } from './line.ts'

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** How many cells the row has that makes the line before it the head of a table; 0 if the line is no such row. */
export function delimiterCells(line: string): number {
  return /[|:]/.test(line) && DELIMITERS.test(line) ? line.match(/-+/g)!.length : 0
}

/** The cells of a table's row, trimmed. Bars part them, even inside of code; the bars at both ends are optional. */
export function cells(text: string, start: number, end: number): Span[] {
  const found: Span[] = []
  let from = text.charCodeAt(start) === char.PIPE ? start + 1 : start
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === char.BACKSLASH) at++
    if (code !== char.PIPE) continue
    found.push(trimmed(text, from, at))
    from = at + 1
  }
  const last = trimmed(text, from, end)
  if (last.start < last.end) found.push(last)
  return found
}
