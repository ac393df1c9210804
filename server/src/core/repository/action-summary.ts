import { type Action, isMarked } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { lineBefore } from '../text/lines.ts'
import type { Span } from '../text/span.ts'

/** What other meetings need to know of an action. */
export interface SummaryAction {
  /** Where the action begins in the text: `AI`, the box of a task and the like. */
  readonly marker: Span
  /** The handles of those who promised it, without `@`. */
  readonly owners: readonly string[]
  /** The line that it stands on, without the bullet. */
  readonly line: string
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
    owners: action.owners,
    line: lineOf(text, action),
    done: action.done,
    marked: isMarked(text, action),
  }))
}

function lineOf(text: string, { span }: Action): string {
  const { start } = lineBefore(text, span.start, longestLine)
  const line = text.slice(start, Math.min(span.end, start + longestLine * 2))
  // A text of its own: a piece would keep the whole text in memory.
  return ` ${line
    .trim()
    .replace(/^(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,4}(?:\[ \][ \t]{1,4})?/, '')
    .trimEnd()}`.slice(1)
}
