import type { Span } from './span.ts'

/** Replaces what stands in `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span
  readonly newText: string
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText }
}

/** The text after edits, whose spans all refer to the text before and do not overlap. Their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let done = 0
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(done, edit.span.start) + edit.newText
    done = edit.span.end
  }
  return result + text.slice(done)
}

/** The part of a text that an edit changed: what stands before and behind it is that of the text before the edit as well. */
export function changedSpan(before: string, after: string): Span {
  const longest = Math.min(before.length, after.length)
  const start = largest(longest, (low, high) => before.startsWith(after.slice(low, high), low))
  const kept = largest(longest - start, (low, high) =>
    before.endsWith(after.slice(after.length - high, after.length - low), before.length - low),
  )
  return { start, end: after.length - kept }
}

/** The largest number up to `most` that `fits` says of, when it is known to be as large as `low` and tried whether it is as large as `high`. */
function largest(most: number, fits: (low: number, high: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (fits(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}
