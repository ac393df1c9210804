import type { Action } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { lineAround } from '../text/lines.ts'
import { contains, type Span, slice } from '../text/span.ts'

/** What an action is called, without Markdown: what is to be done, else what stands before "(AI @x)". Empty when nothing is said. */
export function actionName({ span, text: said }: Action, minutes: Minutes): string {
  const { start } = lineAround(minutes.text, span.start)
  return plain(minutes, said) || plain(minutes, { start, end: span.start }).replace(/^(?:[-+]|[0-9]+[.)])(?:\s+|$)/, '')
}

function plain({ text, facts }: Minutes, span: Span): string {
  let result = ''
  let done = span.start
  for (const link of facts.links) {
    if (!contains({ start: done, end: span.end }, link.span)) continue
    result += text.slice(done, link.span.start) + slice(text, link.text)
    done = link.span.end
  }
  const bare = (result + text.slice(done, span.end))
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
  return withoutOpenBracket(bare.trim())
}

/** Of "(AI @x: …)" and "… (AI @x)" only one half of the brackets is left. */
function withoutOpenBracket(text: string): string {
  const [opening, closing] = [text.split('(').length, text.split(')').length]
  if (closing > opening && text.endsWith(')')) return text.slice(0, -1).trim()
  return opening > closing && text.endsWith('(') ? text.slice(0, -1).trim() : text
}
