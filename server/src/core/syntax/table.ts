import { type Span, span } from '../text/span.ts'
import { BACKSLASH, isBlank, PIPE } from './chars.ts'

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** How many cells the row has that makes the line before it the head of a table; 0 if the line is no such row. */
export function delimiterCells(line: string): number {
  return /[|:]/.test(line) && DELIMITERS.test(line) ? line.match(/-+/g)!.length : 0
}

/** The cells of a table's row, trimmed. Bars part them, even inside of code; the bars at both ends are optional. */
export function cells(text: string, start: number, end: number): Span[] {
  const found: Span[] = []
  let from = text.charCodeAt(start) === PIPE ? start + 1 : start
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    if (code !== PIPE) continue
    found.push(trimmed(text, from, at))
    from = at + 1
  }
  const last = trimmed(text, from, end)
  if (last.start < last.end) found.push(last)
  return found
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return span(from, to)
}
