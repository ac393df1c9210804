import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineBehind } from '../text/lines.ts'
import { matchAt } from '../text/match-at.ts'
import { lastUpTo } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import type { Action } from './action.ts'
import { type Handle, handlesIn } from './handle.ts'

/** An item that tells, in whatever words, what has been done: "Done: @ines has oiled the hooks". */
export interface Closing {
  /** "Done", or the sign. */
  readonly marker: Span
  /** What has been done, on the item's first line. */
  readonly text: Span
  /** The handles of those who did it, without `@`; often nobody is named. */
  readonly owners: readonly string[]
}

const sign =
  /[*_]{0,3}(?:(?:done|erledigt|completed)[*_]{0,3}[ \t]?:[*_]{0,3}|(?:✅|☑|✔|:(?:white_|heavy_)?check_mark:)(?=[ \t]))[ \t]{1,3}(?=\S)/iuy
const longestLine = 300

/** The closings of a text, in its order. What is marked as done where it was promised is an action. */
export function closingsOf(
  text: string,
  facts: Facts,
  handles: readonly Handle[],
  actions: readonly Action[],
): Closing[] {
  const closings: Closing[] = []
  for (const { content } of facts.items) {
    const match = matchAt(sign, text, content)
    if (!match || isLiteral(facts, content)) continue
    const start = content + match[0].length
    const { end } = lineBehind(text, start, longestLine)
    const action = lastUpTo(actions, end, ({ marker }) => marker.start)
    if (action && action.marker.start >= content) continue
    const owners = handlesIn(handles, { start, end }).map(({ name }) => name)
    closings.push({ marker: { start: content, end: start }, text: { start, end }, owners })
  }
  return closings
}
