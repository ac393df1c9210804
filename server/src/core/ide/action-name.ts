import type { Action } from '../minutes/action.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { lineAround } from '../text/lines.ts'
import { countUpTo } from '../text/search.ts'
import { contains, type Span, slice } from '../text/span.ts'

/** What an action is called, without Markdown: what is to be done, else what stands before "(AI @x)". Empty when nothing is said. */
export function actionName({ span, text: said }: Action, minutes: Minutes): string {
  const name = plain(minutes, said)
  if (name) return name
  const before = minutes.text.slice(Math.max(0, span.start - longestName), span.start)
  const start = span.start - before.length + lineAround(before, before.length).start
  return plain(minutes, { start, end: span.start }).replace(/^(?:[-+]|[0-9]+[.)])(?:\s+|$)/, '')
}

/** More of a line is no name. */
const longestName = 300

function plain({ text, facts: { links } }: Minutes, { start, end: lineEnd }: Span): string {
  const end = Math.min(lineEnd, start + longestName)
  let result = ''
  let done = start
  for (let at = countUpTo(links, start - 1, ({ span }) => span.start); at < links.length; at += 1) {
    const link = links[at]!
    if (link.span.start >= end) break
    if (!contains({ start: done, end }, link.span)) continue
    result += text.slice(done, link.span.start) + slice(text, link.text)
    done = link.span.end
  }
  const bare = (result + text.slice(done, end))
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
