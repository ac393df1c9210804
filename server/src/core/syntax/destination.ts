import { type Span, span } from '../text/span.ts'
import * as char from './chars.ts'

/** A link reference definition: `[label]: destination "title"`. Spans are those of the file. */
export interface Definition {
  readonly key: string
  readonly span: Span
  readonly text: Span
  readonly destination: Span
  /** Where the text behind its last line begins in the source. */
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
    if (code === char.CLOSE_BRACKET) return empty ? -1 : at
    if (code === char.OPEN_BRACKET) return -1
    if (!char.isSpace(code)) empty = false
    if (isEscape(source, at, code)) at++
  }
  return -1
}

/** The offset behind a destination that starts at `at`, or -1: `<a b>`, or no blanks and balanced parentheses. */
export function destinationEnd(source: string, at: number, to: number): number {
  return source.charCodeAt(at) === char.LESS ? angleEnd(source, at, to) : rawEnd(source, at, to)
}

function angleEnd(source: string, open: number, to: number): number {
  for (let at = open + 1; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === char.GREATER) return at + 1
    if (code === char.LESS || code === char.LINE_FEED) return -1
    if (isEscape(source, at, code)) at++
  }
  return -1
}

function rawEnd(source: string, start: number, to: number): number {
  let depth = 0
  let at = start
  for (; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code <= char.SPACE) break
    if (code === char.OPEN_PAREN && ++depth > 32) return -1
    if (code === char.CLOSE_PAREN && --depth < 0) break
    if (isEscape(source, at, code)) at++
  }
  return depth > 0 ? -1 : Math.min(at, to)
}

/** The offset behind a title that starts at `at`, -1 if nothing closes it, or `at` if no title starts there. */
export function titleEnd(source: string, start: number, to: number): number {
  const open = source.charCodeAt(start)
  if (start >= to || (open !== char.QUOTE && open !== char.APOSTROPHE && open !== char.OPEN_PAREN)) return start
  const close = open === char.OPEN_PAREN ? char.CLOSE_PAREN : open
  for (let at = start + 1; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === close) return at + 1
    if (isEscape(source, at, code)) at++
  }
  return -1
}

/** Where a destination's URL stands in the file: between `<` and `>`, if it is written so. */
export function destinationSpan(source: string, start: number, end: number, shift: number): Span {
  const inset = end > start && source.charCodeAt(start) === char.LESS ? 1 : 0
  return span(start + inset + shift, end - inset + shift)
}

/** The definition that starts at `start` of a source that stands `shift` characters further on in the file. */
export function definitionAt(source: string, start: number, to: number, shift: number): Definition | undefined {
  const close = source.charCodeAt(start) === char.OPEN_BRACKET ? labelEnd(source, start, to) : -1
  if (close < 0 || source.charCodeAt(close + 1) !== char.COLON) return undefined
  const from = char.skipSpace(source, close + 2, to)
  const end = from < to ? destinationEnd(source, from, to) : -1
  if (end <= from) return undefined
  const titled = definitionTitle(source, end, to)
  const stop = titled > 0 ? titled : end
  const after = restOfLine(source, stop, to)
  if (after < 0) return undefined
  return {
    key: referenceKey(source.slice(start + 1, close)),
    span: span(start + shift, stop + shift),
    text: span(start + 1 + shift, close + shift),
    destination: destinationSpan(source, from, end, shift),
    after,
  }
}

/** The end of a title that is the last thing on its line, or -1. */
function definitionTitle(source: string, end: number, to: number): number {
  const from = char.skipSpace(source, end, to)
  const close = from > end ? titleEnd(source, from, to) : -1
  return close > from && restOfLine(source, close, to) >= 0 ? close : -1
}

/** Where the next line begins, or -1 if something else than blanks stands on this one. */
function restOfLine(source: string, start: number, to: number): number {
  for (let at = start; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === char.LINE_FEED) return at + 1
    if (!char.isSpace(code)) return -1
  }
  return to
}

function isEscape(source: string, at: number, code: number): boolean {
  return code === char.BACKSLASH && char.isAsciiPunctuation(source.charCodeAt(at + 1))
}
