import { lastUpTo } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'
import type { Facts } from './facts.ts'

/** A span without the white space and the comments at its end, which readers do not see. */
export function trimComments(text: string, { html }: Pick<Facts, 'html'>, span: Span): Span {
  let trimmed = trimEnd(text, span)
  for (;;) {
    const comment = text[trimmed.end - 1] === '>' ? lastUpTo(html, trimmed.end - 1, ({ start }) => start) : undefined
    const isBehind = comment && comment.end === trimmed.end && comment.start >= span.start
    if (!isBehind || !text.startsWith('<!--', comment.start)) return trimmed
    trimmed = trimEnd(text, { start: span.start, end: comment.start })
  }
}
