import type { Action } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { plainPiece, plainText } from '../minutes/plain.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { SummaryAction } from './action-summary.ts'

/** What an action is called, without Markdown: what is to be done, else what stands before "(AI @x)". Empty when nothing is said. */
export function actionName({ span, text: said }: Action, minutes: Minutes): string {
  const name = plain(minutes, said)
  if (name) return name
  const before = minutes.text.slice(Math.max(0, span.start - longestName), span.start)
  const start = span.start - before.length + lineAround(before, before.length).start
  return plain(minutes, { start, end: span.start }).replace(/^(?:[-+]|[0-9]+[.)])(?:\s+|$)/, '')
}

/** The same of an action of which only the line is known. */
export function summaryActionName({ line, start, text, marker }: SummaryAction): string {
  const said = withoutOpenBracket(plainText(line.slice(text.start - start, text.end - start)))
  return said || withoutOpenBracket(plainText(line.slice(0, Math.max(0, marker.start - start))))
}

/** More of a line is no name. */
const longestName = 300

function plain(minutes: Minutes, span: Span): string {
  return withoutOpenBracket(plainPiece(minutes, span, longestName))
}

/** Of "(AI @x: …)" and "… (AI @x)" only one half of the brackets is left. */
function withoutOpenBracket(text: string): string {
  const [opening, closing] = [text.split('(').length, text.split(')').length]
  if (closing > opening && text.endsWith(')')) return text.slice(0, -1).trim()
  return opening > closing && text.endsWith('(') ? text.slice(0, -1).trim() : text
}
