import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround, lineBehind, nextLine } from '../text/lines.ts'
import type { Scan } from '../text/scan.ts'
import { countUpTo, lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import { actionItemsOf } from './action-item.ts'
import { markersOf } from './action-marker.ts'
import type { Owner } from './action-owner.ts'
import type { KnownNames } from './known-names.ts'

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
  /** Whether it is said to be done, or to be dropped, behind it or in the first item below it. */
  readonly done: boolean
  /** Whether it is done only in that nobody will do it any more. */
  readonly dropped: boolean
  /** Where it is said below the action that it is done. */
  readonly answer: Span | undefined
  /** Whether it is written `@AI name`. Whether that is a person's name, only the repository knows. */
  readonly swapped: boolean
}

/** Whether the word that makes an action of it asks for an owner: `AI` and `Action item` do, a note `TODO` and a bullet do not. */
export function isMarked(text: string, { marker }: Action): boolean {
  return /^[@#]?(?:AI|action)/i.test(slice(text, marker))
}

const mayHold = /action|to[- ]?do|aufgabe|\[[ x]\]|tasks|assignment/i

/** The actions of a text, in its order. `names` are those of the people of the meeting. */
export function actionsOf(scan: Scan, facts: Facts, names: KnownNames): Action[] {
  const { text } = scan
  if (!(scan.holds('AI') || mayHold.test(text))) return []
  const lines = new Lines(text, facts)
  const marked = [...markersOf(scan, names, (offset) => lines.at(offset).shown)].filter((marker) =>
    maySay(facts, marker.span.start),
  )
  // "AI: …" may be about artificial intelligence, but not where others of its kind have owners.
  const isHabit = marked.some(
    ({ owner, swapped, span }) => owner?.handles.length && !swapped && text.startsWith('AI', span.start),
  )
  const actions = marked
    .filter(({ certain, swapped }) => certain || swapped || isHabit)
    .map(({ span, owner, behind, swapped }) => actionAt(lines, span, owner, behind, swapped))
  for (const { marker, owner, behind } of actionItemsOf(scan, facts, names, (offset) => lines.at(offset).shown)) {
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
  /[ \t]{0,3}(?:(?:✅|☑|✔|🎉|:(?:white_|heavy_|ballot_box_with_)?check(?:_mark)?:)(?:[^A-Za-z0-9]{0,12}|[ \t]\([^()\r\n]{1,40}\)[.]?)|(?:(?:[([{]|[:,;–—>=-][ \t]{1,3})(?:done|Done|erledigt|closed|completed|resolved)|[([{–—>=-]{0,2}[ \t]{0,3}(?<![A-Za-z])DONE)[)\].!✅*_ ]{0,6}|~~[*_ ]{0,4})$/
/** What nobody will do any more: `(dropped)`, `– obsolete`. */
const droppedAtEnd =
  /(?:[ \t]{0,3}[([{]|[:,;–—>-][ \t]{1,3})(?:dropped|obsolete|cancell?ed|abandoned|rejected|won['’]?t (?:do|fix)|no longer needed|not needed(?: any ?more)?|verworfen|hinfällig|entfällt)[)\].!*_ ]{0,6}$/i
const doneAtStart = /^[ \t>*+-]{0,16}(?:✅|☑|✔|:(?:white_|heavy_)?check_mark:|~~|\[?(?:DONE|Done|done)\b)/
const ticked = /^[ \t>]{0,40}(?:[-*+]|[0-9]{1,9}[.)])?[ \t]{0,8}\[[xX]\]/
/** What the first item below an action says of it: "DONE, see #12", "pull request, done", "obsolete". */
const doneBelow =
  /^[*_([]{0,3}(?:done|erledigt|completed|resolved|closed|✅|☑|✔|:(?:white_|heavy_)?check_mark:)(?![A-Za-z-]|[ \t]?\?)/i
const doneBelowAtEnd = /[,;:–—-][ \t]{1,3}(?:done|erledigt)[.!✅*_ ]{0,4}$/i
const droppedBelow =
  /^[*_([]{0,3}(?:dropped|obsolete|cancell?ed|abandoned|rejected|won['’]?t (?:do|fix)|no longer needed|not needed(?: any ?more)?|verworfen|hinfällig|entfällt)(?![A-Za-z-])/i
/** `AI: done last week` */
const doneFirst = /^(?:done|erledigt|completed|resolved)(?![A-Za-z-])/i
/** `AI: none` says that nobody promised anything. */
const nothing =
  /^(?:(?:none|nothing|nichts|keine?|no (?:new )?(?:actions?|action items?|ais?))(?: (?:new|yet|today|neue?s?|so far|this (?:time|week)))?|n\/?a|no|nein)[.!)]?$/i
/** As much of a line as may say that its action is done. */
const longestSign = 60
const longestAnswer = 80

/** A line, read once for all actions on it. */
interface Line extends Span {
  /** Without white space, emphasis and a sign that it is done at its end. */
  readonly shown: Span
  readonly done: boolean
  readonly dropped: boolean
  /** Where it is said below the line that its action is done. */
  readonly answer: Span | undefined
}

class Lines {
  readonly text: string
  readonly #facts: Facts
  #last: Line | undefined

  constructor(text: string, facts: Facts) {
    this.text = text
    this.#facts = facts
  }

  /** The line that holds an offset, which is often that of the offset before. */
  at(offset: number): Line {
    const last = this.#last
    if (last && last.start <= offset && offset < last.end) return last
    const line = lineAround(this.text, offset)
    // A row of a table ends with a bar.
    const said = trimEnd(this.text, line, /[\s*_|]/)
    const head = this.text.slice(said.start, Math.min(said.end, said.start + longestSign))
    const tail = this.text.slice(Math.max(said.start, said.end - longestSign), said.end)
    const given = droppedAtEnd.exec(tail)?.[0].length ?? 0
    const sign = given || (doneAtEnd.exec(tail)?.[0].length ?? 0)
    const shown = trimEnd(this.text, { start: said.start, end: said.end - sign }, sign > 0 ? /[\s*_~–—-]/ : /[\s*_]/)
    const below = this.#saidBelow(line)
    const isDone = sign > 0 || ticked.test(head) || doneAtStart.test(head)
    const dropped = given > 0 || (!isDone && below !== undefined && droppedBelow.test(slice(this.text, below)))
    const answer = isDone || dropped || !below || !isDoneBelow(slice(this.text, below)) ? undefined : below
    const done = isDone || dropped || answer !== undefined
    this.#last = { start: line.start, end: line.end, shown, done, dropped, answer }
    return this.#last
  }

  /** The beginning of the first item below the one that a line is. */
  #saidBelow(line: Span): Span | undefined {
    const { items } = this.#facts
    const at = countUpTo(items, line.end, ({ marker }) => marker.start)
    const [item, below] = [items[at - 1], items[at]]
    if (!item || !below || item.marker.start < line.start || below.depth !== item.depth + 1) return undefined
    const start = below.content
    if (lineAround(this.text, below.marker.start).start !== nextLine(this.text, line.end)) return undefined
    return { start, end: lineBehind(this.text, start, longestAnswer).end }
  }
}

function isDoneBelow(said: string): boolean {
  return doneBelow.test(said) || (said.length < longestAnswer && doneBelowAtEnd.test(said))
}

function actionAt(lines: Lines, marker: Span, owner: Owner | undefined, behind: number, swapped: boolean): Action {
  const { text } = lines
  const line = lines.at(marker.start)
  const start = text[marker.start - 1] === '_' ? marker.start - 1 : marker.start
  const said = trimStart(text, { start: behind, end: Math.max(behind, line.shown.end) }, /[\s:*_)\]–—-]/)
  const isLater = owner && owner.span.start >= said.start + (owner.handles.length ? 0 : 1)
  const end = isLater ? trimEnd(text, { start: said.start, end: owner.span.start }, /[\s(–—>-]/).end : said.end
  return {
    span: { start, end: line.end },
    marker,
    owner: owner?.span,
    owners: owner?.handles ?? [],
    text: { start: said.start, end: Math.max(said.start, end) },
    dropped: line.dropped,
    answer: line.answer,
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
