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

/** A change from a text to another one. */
export interface Step {
  readonly before: string
  readonly after: string
  /** A part of the text after: what stands before and behind it is that of the text before as well. */
  readonly changed: Span
}

/**
 * The steps from a text to another one. There are two when something changed within two lines far from each other, as when somebody types with
 * two cursors: what stands between them then need not be read anew. Else there is one.
 */
export function stepsBetween(before: string, after: string): readonly Step[] {
  const { start, end } = changedSpan(before, after)
  const whole = [{ before, after, changed: { start, end } }]
  const left = after.indexOf('\n', start)
  const right = after.lastIndexOf('\n', end - 1)
  if (left < 0 || right - left < farApart) return whole
  const leftBefore = before.indexOf('\n', start)
  const rightBefore = before.lastIndexOf('\n', end - 1 + before.length - after.length)
  if (leftBefore < 0 || after.slice(left, right) !== before.slice(leftBefore, rightBefore)) return whole
  const between = after.slice(0, right) + before.slice(rightBefore)
  return [
    { before, after: between, changed: { start, end: left } },
    { before: between, after, changed: { start: right, end } },
  ]
}

/** So many characters cost more to read than a second step does. */
const farApart = 1000

/** The part of a text that an edit changed: what stands before and behind it is that of the text before the edit as well. */
export function changedSpan(before: string, after: string): Span {
  const longest = Math.min(before.length, after.length)
  const start = largest(longest, (low, high) => before.slice(low, high) === after.slice(low, high))
  const kept = largest(longest - start, (low, high) => backwards(before, low, high) === backwards(after, low, high))
  return { start, end: after.length - kept }
}

/** What stands between two places that are counted from the end. */
function backwards(text: string, low: number, high: number): string {
  return text.slice(text.length - high, text.length - low)
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
