import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround } from '../text/lines.ts'
import { lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import { actionItemsOf } from './action-item.ts'
import { markersOf } from './action-marker.ts'
import type { Owner } from './action-owner.ts'

/** Something that somebody promised. */
export interface Action {
  /** From the marker to the end of the line, emphasis around it included. */
  readonly span: Span
  /** `AI`, `Action item`, `TODO`, the box of a task list, or the bullet of an item below a heading "Action items". */
  readonly marker: Span
  /** What stands where the owner does: handles, the name of a person or a team, or a bare `@` that waits for its name. */
  readonly owner: Span | undefined
  /** The handles of those who promised it, without `@`. */
  readonly owners: readonly string[]
  /** What is to be done: the line behind marker and owners, without the emphasis around it. */
  readonly text: Span
  readonly done: boolean
  /** Whether it is written `@AI name`. Whether that is a person's name, only the repository knows. */
  readonly swapped: boolean
}

/** Whether the word that makes an action of it asks for an owner: `AI` and `Action item` do, a note `TODO` and a bullet do not. */
export function isMarked(text: string, { marker }: Action): boolean {
  return /^[@#]?(?:AI|action)/i.test(slice(text, marker))
}

const mayHold = /action|to[- ]?do|aufgabe|\[[ x]\]|tasks|assignment/i

/** The actions of a text, in its order. */
export function actionsOf(text: string, facts: Facts): Action[] {
  if (!(text.includes('AI') || mayHold.test(text))) return []
  const lines = new Lines(text)
  const marked = [...markersOf(text, (offset) => lines.at(offset).shown)].filter((marker) =>
    maySay(facts, marker.span.start),
  )
  // "AI: …" may be about artificial intelligence, but not where others of its kind have owners.
  const isHabit = marked.some(
    ({ owner, swapped, span }) => owner?.handles.length && !swapped && text.startsWith('AI', span.start),
  )
  const actions = marked
    .filter(({ certain, swapped }) => certain || swapped || isHabit)
    .map(({ span, owner, behind, swapped }) => actionAt(lines, span, owner, behind, swapped))
  for (const { marker, owner, behind } of actionItemsOf(text, facts, (offset) => lines.at(offset).shown)) {
    if (maySay(facts, marker.start)) actions.push(actionAt(lines, marker, owner, behind, false))
  }
  const promised = actions.filter(({ owner, text: said }) => owner || !saysNothing(text, said))
  return withoutRepeated(
    text,
    promised.sort((a, b) => a.span.start - b.span.start),
  )
}

function saysNothing(text: string, { start, end }: Span): boolean {
  return end - start <= longestSign && nothing.test(text.slice(start, end))
}

/** A box or a bullet says no more where a marker stands behind it. */
function withoutRepeated(text: string, actions: readonly Action[]): Action[] {
  return actions.filter(({ marker, span }, at) => {
    const next = actions[at + 1]
    return !next || next.span.start >= span.end || /[A-Za-z#]/.test(text[marker.start]!)
  })
}

const doneAtEnd =
  /[ \t]{0,3}(?:(?:✅|☑|✔|🎉|:(?:white_|heavy_|ballot_box_with_)?check(?:_mark)?:)[^A-Za-z0-9]{0,12}|(?:(?:[([{]|[:,;–—>=-][ \t]{1,3})(?:done|Done|erledigt|closed|completed|resolved)|[([{–—>=-]{0,2}[ \t]{0,3}(?<![A-Za-z])DONE)[)\].!✅*_ ]{0,6}|~~[*_ ]{0,4})$/
const doneAtStart = /^[ \t>*+-]{0,16}(?:✅|☑|✔|:(?:white_|heavy_)?check_mark:|~~|\[?(?:DONE|Done|done)\b)/
const ticked = /^[ \t>]{0,40}(?:[-*+]|[0-9]{1,9}[.)])?[ \t]{0,8}\[[xX]\]/
/** `AI: done last week` */
const doneFirst = /^(?:done|erledigt|completed|resolved)(?![A-Za-z-])/i
/** `AI: none` says that nobody promised anything. */
const nothing =
  /^(?:(?:none|nothing|nichts|keine?|no (?:new )?(?:actions?|action items?|ais?))(?: (?:new|yet|today|neue?s?|so far|this (?:time|week)))?|n\/?a|no|nein)[.!)]?$/i
/** As much of a line as may say that its action is done. */
const longestSign = 60

/** A line, read once for all actions on it. */
interface Line extends Span {
  /** Without white space, emphasis and a sign that it is done at its end. */
  readonly shown: Span
  readonly done: boolean
}

class Lines {
  readonly text: string
  #last: Line | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The line that holds an offset, which is often that of the offset before. */
  at(offset: number): Line {
    const last = this.#last
    if (last && last.start <= offset && offset < last.end) return last
    const line = lineAround(this.text, offset)
    const said = trimEnd(this.text, line, /[\s*_]/)
    const head = this.text.slice(said.start, Math.min(said.end, said.start + longestSign))
    const tail = this.text.slice(Math.max(said.start, said.end - longestSign), said.end)
    const sign = doneAtEnd.exec(tail)?.[0].length ?? 0
    const shown = trimEnd(this.text, { ...said, end: said.end - sign }, sign > 0 ? /[\s*_~–—-]/ : /[\s*_]/)
    this.#last = { ...line, shown, done: sign > 0 || ticked.test(head) || doneAtStart.test(head) }
    return this.#last
  }
}

function actionAt(lines: Lines, marker: Span, owner: Owner | undefined, behind: number, swapped: boolean): Action {
  const { text } = lines
  const line = lines.at(marker.start)
  const start = text[marker.start - 1] === '_' ? marker.start - 1 : marker.start
  const said = trimStart(text, { start: behind, end: Math.max(behind, line.shown.end) }, /[\s:*_)\]–—-]/)
  const isLater = owner && owner.span.start >= said.start && owner.handles.length > 0
  const end = isLater ? trimEnd(text, { ...said, end: owner.span.start }, /[\s(–—>-]/).end : said.end
  return {
    span: { start, end: line.end },
    marker,
    owner: owner?.span,
    owners: owner?.handles ?? [],
    text: { start: said.start, end: Math.max(said.start, end) },
    done: line.done || doneFirst.test(text.slice(said.start, Math.min(said.end, said.start + longestSign))),
    swapped,
  }
}

/** Headings promise nothing, and in code, HTML and front matter words are not the writer's. */
function maySay(facts: Facts, offset: number): boolean {
  if (isLiteral(facts, offset)) return false
  const heading = lastUpTo(facts.headings, offset, ({ span }) => span.start)
  return heading === undefined || offset >= heading.span.end
}
