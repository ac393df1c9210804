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
  /** Where no handle stands: the name of the person or the team that promised it. */
  readonly name: string | undefined
  /** The line that it stands on, without the bullet. */
  readonly line: string
  /** Where the line begins in the text. */
  readonly start: number
  /** What is to be done, in the text. */
  readonly text: Span
  /** Whether it is said to be done, or to be dropped. */
  readonly done: boolean
  readonly dropped: boolean
  /** What is said in the first item below the action when that says that it is done: "DONE, see #12". */
  readonly answer: string | undefined
  /** Whether it is marked as an action by words, not by a task's box or a note "TODO". */
  readonly marked: boolean
}

/** Nobody promises more in a meeting. */
const mostActions = 100
const longestLine = 300

/** The first actions of minutes, in their order. */
export function actionSummaries({ text, actions }: Minutes): SummaryAction[] {
  return actions.slice(0, mostActions).map((action) => {
    const { line, start } = lineOf(text, action)
    return {
      marker: action.marker,
      owners: action.owners.map(owned),
      name: ownerName(text, action),
      line,
      start,
      text: action.text,
      done: action.done,
      dropped: action.dropped,
      answer: action.answer && owned(slice(text, action.answer)),
      marked: isMarked(text, action),
    }
  })
}

/** Whom an action names without a handle: a person or a team. */
export function ownerName(text: string, { owner, owners }: Action): string | undefined {
  const name = owner && !owners.length ? slice(text, owner) : '@'
  return name === '@' ? undefined : owned(name)
}

function lineOf(text: string, { span }: Action): Pick<SummaryAction, 'line' | 'start'> {
  const before = lineBefore(text, span.start, longestLine)
  const whole = trim(text, { start: before.start, end: Math.min(span.end, before.start + longestLine * 2) })
  const written = slice(text, whole)
  const bullet = /^(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,4}(?:\[ \][ \t]{1,4})?/.exec(written)?.[0].length ?? 0
  return { line: owned(written.slice(bullet)), start: whole.start + bullet }
}
