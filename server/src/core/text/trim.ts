import type { Span } from './span.ts'

/** A span without the characters at its start that `mark` fits; a pattern of one character. */
export function trimStart(text: string, { start, end }: Span, mark = /\s/): Span {
  let at = start
  while (at < end && mark.test(text[at]!)) at += 1
  return { start: at, end }
}

/** A span without the characters at its end that `mark` fits. A pattern that looks for `x+$` would try at every `x` of a long run. */
export function trimEnd(text: string, { start, end }: Span, mark = /\s/): Span {
  let at = end
  while (at > start && mark.test(text[at - 1]!)) at -= 1
  return { start, end: at }
}

/** A span without the white space at both ends. */
export function trim(text: string, span: Span): Span {
  return trimStart(text, trimEnd(text, span))
}
