import type { Span } from '../text/span.ts'
import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  GREATER,
  isAsciiPunctuation,
  isSpace,
  LESS,
  LINE_FEED,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SPACE,
  skipSpace,
} from './chars.ts'

/** A link reference definition: `[label]: destination "title"`. All offsets are those of the source. */
export interface Definition {
  readonly key: string
  readonly label: Span
  readonly destination: Span
  /** The end of the definition, and where the text behind its last line begins. */
  readonly end: number
  readonly after: number
}

/** What `[Label]` and `[ label ]` have in common, so that references find their definition. */
export function referenceKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** The offset of the `]` that ends a label whose `[` stands at `open`, or -1. */
export function labelEnd(source: string, open: number, to: number): number {
  const limit = Math.min(to, open + 1001)
  let empty = true
  for (let at = open + 1; at < limit; at++) {
    const code = source.charCodeAt(at)
    if (code === CLOSE_BRACKET) return empty ? -1 : at
    if (code === OPEN_BRACKET) return -1
    if (!isSpace(code)) empty = false
    if (isEscape(source, at, code)) at++
  }
  return -1
}

/** The offset behind a destination that starts at `at`, or -1: `<a b>`, or no blanks and balanced parentheses. */
export function destinationEnd(source: string, at: number, to: number): number {
  return source.charCodeAt(at) === LESS ? angleEnd(source, at, to) : rawEnd(source, at, to)
}

function angleEnd(source: string, open: number, to: number): number {
  for (let at = open + 1; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === GREATER) return at + 1
    if (code === LESS || code === LINE_FEED) return -1
    if (isEscape(source, at, code)) at++
  }
  return -1
}

function rawEnd(source: string, start: number, to: number): number {
  let depth = 0
  let at = start
  for (; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code <= SPACE) break
    if (code === OPEN_PAREN && ++depth > 32) return -1
    if (code === CLOSE_PAREN && --depth < 0) break
    if (isEscape(source, at, code)) at++
  }
  return depth > 0 ? -1 : Math.min(at, to)
}

/** The offset behind a title that starts at `at`, -1 if nothing closes it, or `at` if no title starts there. */
export function titleEnd(source: string, start: number, to: number): number {
  const open = source.charCodeAt(start)
  if (start >= to || (open !== QUOTE && open !== APOSTROPHE && open !== OPEN_PAREN)) return start
  const close = open === OPEN_PAREN ? CLOSE_PAREN : open
  for (let at = start + 1; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === close) return at + 1
    if (isEscape(source, at, code)) at++
  }
  return -1
}

/** The URL of a destination: what stands between `<` and `>`, if it is written so. */
export function destinationSpan(source: string, start: number, end: number): Span {
  return source.charCodeAt(start) === LESS && end > start ? { start: start + 1, end: end - 1 } : { start, end }
}

/** The definition that starts at `start`, at the beginning of a paragraph or behind another definition. */
export function definitionAt(source: string, start: number, to: number): Definition | undefined {
  const close = source.charCodeAt(start) === OPEN_BRACKET ? labelEnd(source, start, to) : -1
  if (close < 0 || source.charCodeAt(close + 1) !== COLON) return undefined
  const from = skipSpace(source, close + 2, to)
  const end = from < to ? destinationEnd(source, from, to) : -1
  if (end <= from) return undefined
  const titled = definitionTitle(source, end, to)
  const stop = titled > 0 ? titled : end
  const after = restOfLine(source, stop, to)
  if (after < 0) return undefined
  const label = { start: start + 1, end: close }
  const key = referenceKey(source.slice(label.start, label.end))
  return { key, label, destination: destinationSpan(source, from, end), end: stop, after }
}

/** The end of a title that is the last thing on its line, or -1. */
function definitionTitle(source: string, end: number, to: number): number {
  const from = skipSpace(source, end, to)
  const close = from > end ? titleEnd(source, from, to) : -1
  return close > from && restOfLine(source, close, to) >= 0 ? close : -1
}

/** Where the next line begins, or -1 if something else than blanks stands on this one. */
function restOfLine(source: string, start: number, to: number): number {
  for (let at = start; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === LINE_FEED) return at + 1
    if (!isSpace(code)) return -1
  }
  return to
}

function isEscape(source: string, at: number, code: number): boolean {
  return code === BACKSLASH && isAsciiPunctuation(source.charCodeAt(at + 1))
}
