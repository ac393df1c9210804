import type { Action } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { lineAround } from '../text/lines.ts'
import { slice } from '../text/span.ts'

/** What other meetings need to know of an action. */
export interface SummaryAction {
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
    owners: action.owners,
    line: lineOf(text, action),
    done: action.done,
    marked: isMarked(text, action),
  }))
}

/** Whether the word that makes an action of it asks for an owner: `AI` and `Action item` do, a note `TODO` and a bullet do not. */
export function isMarked(text: string, { marker }: Action): boolean {
  return /^[@#]?(?:AI|action)/i.test(slice(text, marker))
}

function lineOf(text: string, { span }: Action): string {
  const start = lineAround(
    text.slice(Math.max(0, span.start - longestLine), span.start),
    Math.min(span.start, longestLine),
  ).start
  const from = Math.max(0, span.start - longestLine) + start
  const line = text.slice(from, Math.min(span.end, from + longestLine * 2))
  // A text of its own: a piece would keep the whole text in memory.
  return ` ${line
    .trim()
    .replace(/^(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,4}(?:\[ \][ \t]{1,4})?/, '')
    .trimEnd()}`.slice(1)
}
