import { lineAround, lineEndBefore, nextLine } from './lines.ts'
import type { Span } from './span.ts'

/**
 * What to take away so that the lines of a span are gone: the lines with their line ends, and the blank line behind them where another one
 * stands before.
 */
export function spanOfLines(text: string, { start, end }: Span): Span {
  const from = lineAround(text, start).start
  const behind = nextLine(text, lineAround(text, end).end)
  const isBlankBefore = from === 0 || isBlank(text, lineAround(text, lineEndBefore(text, from)))
  const next = lineAround(text, behind)
  return {
    start: from,
    end: isBlankBefore && behind < text.length && isBlank(text, next) ? nextLine(text, next.end) : behind,
  }
}

/** What to take away so that the line of an offset is gone: the line with its line end; of the last line the line end before it. */
export function spanOfLine(text: string, offset: number): Span {
  const line = lineAround(text, offset)
  const next = nextLine(text, line.end)
  return next > line.end ? { start: line.start, end: next } : { start: lineEndBefore(text, line.start), end: line.end }
}

function isBlank(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (text[at] !== ' ' && text[at] !== '\t') return false
  return true
}
