import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround } from '../text/lines.ts'
import { lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
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
  return [...markedActions(text), ...tasks(text)]
    .filter(
      (action) => !(isLiteral(facts, action.marker.start) || isWithinHeading(facts.headings, action.marker.start)),
    )
    .sort((a, b) => a.span.start - b.span.start)
}

function* markedActions(text: string): Generator<Action> {
  let line: Line | undefined
  for (const match of text.matchAll(marked)) {
    const start = match.index + match[0].indexOf(match[1]!)
    line = lineAt(text, start, line)
    yield actionAt(text, line, { start, end: start + match[1]!.length }, match.index + match[0].length, match[2])
  }
}

function* tasks(text: string): Generator<Action> {
  let line: Line | undefined
  for (const match of text.matchAll(task)) {
    const marker = { start: match.index, end: match.index + 3 }
    line = lineAt(text, marker.start, line)
    yield actionAt(text, line, marker, match.index + match[0].length, match[1])
  }
}

/** A line, read once for all actions on it. */
interface Line extends Span {
  /** Where its last character stands that is neither white space nor emphasis. */
  readonly said: number
  readonly ticked: boolean
}

/** The line that holds an offset, which may be that of the action before. */
function lineAt(text: string, offset: number, known: Line | undefined): Line {
  if (known && offset < known.end) return known
  const line = lineAround(text, offset)
  return { ...line, said: trimEnd(text, line, /[\s*_]/).end, ticked: ticked.test(slice(text, line)) }
}

function actionAt(text: string, line: Line, marker: Span, behind: number, named: string | undefined): Action {
  const start = text[marker.start - 1] === '_' ? marker.start - 1 : marker.start
  const said = trimStart(text, { start: behind, end: Math.max(behind, line.said) }, /[\s:*_)]/)
  const handles = named?.match(/(?<=@)[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu) ?? []
  return { span: { start, end: line.end }, marker, owners: handles, text: said, done: line.ticked }
}

/** Headings promise nothing. */
function isWithinHeading(headings: Facts['headings'], offset: number): boolean {
  const heading = lastUpTo(headings, offset, ({ span }) => span.start)
  return heading !== undefined && offset < heading.span.end
}
