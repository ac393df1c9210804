import type { Span } from './span.ts'
import { isWhiteSpace } from './white-space.ts'

/** A span without the characters at its start that `mark` fits, a pattern of one character; without one, white space. */
export function trimStart(text: string, { start, end }: Span, mark?: RegExp): Span {
  let at = start
  while (at < end && isMarked(text, at, mark)) at += 1
  return { start: at, end }
}

/** A span without the characters at its end that `mark` fits. A pattern that looks for `x+$` would try at every `x` of a long run. */
export function trimEnd(text: string, { start, end }: Span, mark?: RegExp): Span {
  let at = end
  while (at > start && isMarked(text, at - 1, mark)) at -= 1
  return { start, end: at }
}

/** A span without the white space at both ends. */
export function trim(text: string, span: Span): Span {
  return trimStart(text, trimEnd(text, span))
}

function isMarked(text: string, at: number, mark: RegExp | undefined): boolean {
  return mark ? mark.test(text[at]!) : isWhiteSpace(text.charCodeAt(at))
}
