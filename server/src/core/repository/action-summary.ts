import { type Action, isMarked } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { lineBefore } from '../text/lines.ts'
import { owned } from '../text/owned.ts'
import { type Span, slice } from '../text/span.ts'
import { trim } from '../text/trim.ts'

/** What other meetings need to know of an action. */
export interface SummaryAction {
  /** Where the action begins in the text: `AI`, the box of a task and the like. */
  readonly marker: Span
  /** The handles of those who promised it, without `@`. */
  readonly owners: readonly string[]
  /** The line that it stands on, without the bullet. */
  readonly line: string
  /** Where the line begins in the text. */
  readonly start: number
  /** What is to be done, in the text. */
  readonly text: Span
  readonly done: boolean
  /** Whether it is marked as an action by words, not by a task's box or a note "TODO". */
  readonly marked: boolean
}

/** Nobody promises more in a meeting. */
const mostActions = 100
const longestLine = 300

/** The first actions of minutes, in their order. */
export function actionSummaries({ text, actions }: Minutes): SummaryAction[] {
  return actions.slice(0, mostActions).map((action) => ({
    marker: action.marker,
    owners: action.owners.map(owned),
    ...lineOf(text, action),
    text: action.text,
    done: action.done,
    marked: isMarked(text, action),
  }))
}

function lineOf(text: string, { span }: Action): Pick<SummaryAction, 'line' | 'start'> {
  const before = lineBefore(text, span.start, longestLine)
  const whole = trim(text, { start: before.start, end: Math.min(span.end, before.start + longestLine * 2) })
  const written = slice(text, whole)
  const bullet = /^(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,4}(?:\[ \][ \t]{1,4})?/.exec(written)?.[0].length ?? 0
  return { line: owned(written.slice(bullet)), start: whole.start + bullet }
}
