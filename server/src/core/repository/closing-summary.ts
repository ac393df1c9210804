import { closingsOf } from '../minutes/closing.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { owned } from '../text/owned.ts'
import { type Span, slice } from '../text/span.ts'

/** What minutes say of an action that was promised in earlier ones, and is done. */
export interface SummaryClosing {
  readonly marker: Span
  /** What has been done, in the words of whoever tells it. */
  readonly line: string
  /** The handles of those who did it, without `@`. */
  readonly owners: readonly string[]
}

/** Nobody tells more in a meeting. */
const mostClosings = 50

export function closingSummaries({ text, facts, handles, actions }: Minutes): SummaryClosing[] {
  const closings = closingsOf(text, facts, handles, actions).slice(0, mostClosings)
  return closings.map(({ marker, text: said, owners }) => ({
    marker,
    line: owned(slice(text, said)),
    owners: owners.map(owned),
  }))
}
