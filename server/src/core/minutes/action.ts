import type { Facts } from '../syntax/facts.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'

/** Something that somebody promised. */
export interface Action {
  /** From the marker to the end of the line, emphasis around it included. */
  readonly span: Span
  /** `AI`, `Action item`, `TODO`, or the box of a task list. */
  readonly marker: Span
  /** The handles of those who promised it, without `@`. */
  readonly owners: readonly string[]
  /** What is to be done: the line behind marker and owners, without the emphasis around it. */
  readonly text: Span
  readonly done: boolean
}

/** Longer gaps are none that people type, and bounded ones cost no time. */
const gap = '[ \\t]{0,3}'
const owner = '@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?'
const owners = `[*_]{0,2}${owner}(?:[*_]{0,2}(?:${gap}[,&/+]${gap}|[ \\t]{1,3}(?:(?:and|und)[ \\t]{1,3})?)[*_]{0,2}${owner}){0,9}[*_]{0,2}`
/**
 * A marker is followed by its owners or by a colon: "AI" alone is a topic. The shapes were counted on real minutes:
 * `_AI @x: …_`, `AI @x …`, `AI: @x …`, `AI: …`, `(AI @x)`, `Action Item *@x:** …`.
 */
const marked = new RegExp(
  `(?<![\\p{L}\\p{N}@_/#.-])_?(AI|(?:ACTION|Action|action)(?:[ \\t](?:ITEM|Item|item))?|TODO)(?:${gap}:)?[*_]{0,2}${gap}(?:(${owners})|(?<=:[*_]{0,2}${gap}))`,
  'gu',
)
const task = new RegExp(`(?<=(?:[-*+]|[0-9][.)])[ \\t])\\[[ xX]\\][ \\t]+(${owners})`, 'gu')
const ticked = /^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\[[xX]\]/

/** The actions of a text, in its order. */
export function actionsOf(text: string, facts: Facts): Action[] {
  if (!/\bAI\b|action|todo|\[[ x]\]/i.test(text)) return []
  const actions: Action[] = []
  for (const match of text.matchAll(marked)) {
    const start = match.index + match[0].indexOf(match[1]!)
    actions.push(actionAt(text, { start, end: start + match[1]!.length }, match.index + match[0].length, match[2]))
  }
  for (const match of text.matchAll(task)) {
    const marker = { start: match.index, end: match.index + 3 }
    actions.push(actionAt(text, marker, match.index + match[0].length, match[1]))
  }
  return actions
    .filter((action) => !isElsewhere(action.marker.start, facts))
    .sort((a, b) => a.span.start - b.span.start)
}

function actionAt(text: string, marker: Span, behind: number, named: string | undefined): Action {
  const line = lineAround(text, marker.start)
  const start = text[marker.start - 1] === '_' ? marker.start - 1 : marker.start
  const said = trimStart(text, trimEnd(text, { start: behind, end: line.end }, /[\s*_]/), /[\s:*_)]/)
  const handles = named?.match(/(?<=@)[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu) ?? []
  const done = ticked.test(text.slice(line.start, line.end))
  return { span: { start, end: line.end }, marker, owners: handles, text: said, done }
}

/** Headings, code and HTML promise nothing. */
function isElsewhere(offset: number, { headings, code, html, frontMatter }: Facts): boolean {
  if (frontMatter && offset < frontMatter.span.end) return true
  const holds = ({ start, end }: Span) => start <= offset && offset < end
  return code.some(holds) || html.some(holds) || headings.some((heading) => holds(heading.span))
}
