import { trimComments } from '../syntax/comment.ts'
import type { Facts, Link } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { indentAt } from '../text/indent.ts'
import { letters } from '../text/letters.ts'
import { lineAround, lineEndBefore, nextLine } from '../text/lines.ts'
import type { Scan } from '../text/scan.ts'
import { countUpTo, lastUpTo } from '../text/search.ts'
import { contains, type Span, slice } from '../text/span.ts'
import { trimStart } from '../text/trim.ts'
import { type Saying, sayingOf } from './not-yet.ts'
import type { Section } from './section.ts'

/**
 * The line of a section that says where the minutes of the meeting stand.
 *
 *     - **Minutes** (none yet): <https://…/tree/main/harbour> (waiting)
 *       ^label     ^ value … to the end of the line
 */
export interface MinutesLine {
  /** From the label to the last character of the line that is neither white space nor in a comment. */
  readonly span: Span
  /** The word that introduces it, emphasis included, colon excluded. */
  readonly label: Span
  /** What stands behind the label. Of a line without a link, it is what follows the colon. Empty where something is to be typed. */
  readonly value: Span
  readonly state: 'empty' | 'none-yet' | 'linked' | 'other'
  readonly link: Link | undefined
  /** The words that say that the minutes are not there yet, beside a link or instead of one. */
  readonly note: Span | undefined
  /** Whether the words say something more than "not yet", which would be lost with them. */
  readonly noteSaysMore: boolean
  readonly section: Section
}

/** `^` stands behind a line separator too, which ends no line of Markdown. */
const candidate = new RegExp(
  `^(?<![\\u2028\\u2029])[ \\t]*([-*+][ \\t]+)?\\[?([*_]{0,3}(?:(?:no|kein|noch kein)[ \\t]+)?(?:meeting[ \\t]+)?(?:minutes|protokoll)(?![${letters}])[*_]{0,3})`,
  'gim',
)

/** Where a colon or a bracket is all that stands between the label and its link. */
const introduction = /^[\s:()[\]<*_–—-]*$/
/** A note before the link is short: what is longer is a sentence with a link in it. */
const longestNote = 60

/** The minutes lines of a text outside of meta sections, in their order. */
export function minutesLinesOf(scan: Scan, facts: Facts, sections: readonly Section[]): MinutesLine[] {
  const { text } = scan
  const lines: MinutesLine[] = []
  const inline = facts.links.filter(({ kind }) => kind === 'inline')
  for (const match of scan.matches(candidate)) {
    const label = { start: match.index + match[0].length - match[2]!.length, end: match.index + match[0].length }
    const section = lastUpTo(sections, label.start, ({ heading }) => heading.span.start)
    if (!section || section.meta || label.start < section.heading.span.end || isLiteral(facts, label.start)) continue
    if (!match[1] && continuesSentence(text, match.index, match[2]!)) continue
    const { end } = trimComments(text, facts, { start: label.end, end: lineAround(text, label.end).end })
    const base = { span: { start: label.start, end }, label, section, noteSaysMore: false }
    const around = lastUpTo(inline, label.start, ({ span }) => span.start)
    const line = around && contains(around.text, label) ? labelled(text, base, around) : read(text, facts, base)
    if (line) lines.push(line)
  }
  return lines
}

type Base = Pick<MinutesLine, 'span' | 'label' | 'section' | 'noteSaysMore'>

function read(text: string, facts: Facts, base: Base): MinutesLine | undefined {
  const { label, span } = base
  const { end } = span
  const link = firstLink(facts.links, { start: label.end, end })
  if (link) return linked(text, base, link)
  const rest = text.slice(label.end, end)
  const colon = rest.indexOf(':')
  const value = trimStart(text, { start: colon < 0 || saysNo(text, label) ? label.end : label.end + colon + 1, end })
  const state = stateOf(text, label, rest)
  if (!state) return undefined
  if (state === 'empty') {
    const below = linkBelow(text, facts, base, value)
    return (
      below ?? { ...base, value, state: isFilledBelow(text, span) ? 'other' : state, link: undefined, note: undefined }
    )
  }
  const saying = sayingOf(saysNo(text, label) ? slice(text, label) + rest : rest)
  const noteSaysMore = state === 'none-yet' && saying !== 'nothing' && saying !== 'not-yet'
  const note = state === 'none-yet' ? { start: value.start, end } : undefined
  return { ...base, value, state, link: undefined, note, noteSaysMore }
}

/** The state of a line without a link; `undefined` when its words are a sentence that begins with "Minutes". */
function stateOf(text: string, label: Span, rest: string): MinutesLine['state'] | undefined {
  if (saysNo(text, label)) return saysNotYet(sayingOf(slice(text, label) + rest)) ? 'none-yet' : 'other'
  const colon = rest.indexOf(':')
  if (colon < 0) return startsNote.test(rest) && saysNotYet(sayingOf(rest)) ? 'none-yet' : undefined
  const before = sayingOf(rest.slice(0, colon))
  const behind = sayingOf(rest.slice(colon + 1))
  if (before === 'something') return 'other'
  if (saysNotYet(before) || saysNotYet(behind)) return 'none-yet'
  return behind === 'nothing' ? 'empty' : 'other'
}

const startsNote =
  /^[\s(–—-]*(?:still|not|none|pending|missing|outstanding|to|tb[ad]|noch|fehl(?:t|en)|folg(?:t|en)|ste(?:ht|hen)|lieg(?:t|en))(?![\p{L}\p{N}])/iu

function saysNo(text: string, label: Span): boolean {
  return /^[*_]*(?:no|kein|noch kein)\s/i.test(slice(text, label))
}

function saysNotYet(saying: Saying): boolean {
  return saying === 'not-yet' || saying === 'not-yet-and-more'
}

function linked(text: string, base: Base, link: Link): MinutesLine {
  const { label, span } = base
  const value = trimStart(text, { start: label.end, end: span.end })
  const before = { start: label.end, end: link.span.start }
  const after = { start: link.span.end, end: span.end }
  const note = [before, after].find((side) => saysNotYet(sayingOf(slice(text, side))))
  const introduced =
    introduction.test(slice(text, before)) || (note === before && before.end - before.start < longestNote)
  if (!introduced) return { ...base, value, state: 'other', link: undefined, note: undefined }
  return { ...base, value, state: 'linked', link, ...noted(text, note) }
}

/** `[Minutes](URL)`: the label is the text of the link, or its beginning. */
function labelled(text: string, base: Base, link: Link): MinutesLine {
  const inside = { start: base.label.end, end: link.text.end }
  const after = { start: link.span.end, end: base.span.end }
  const note = [inside, after].find((side) => saysNotYet(sayingOf(slice(text, side))))
  return { ...base, value: link.destination, state: 'linked', link, ...noted(text, note) }
}

function noted(text: string, note: Span | undefined): Pick<MinutesLine, 'note' | 'noteSaysMore'> {
  return { note, noteSaysMore: note !== undefined && sayingOf(slice(text, note)) !== 'not-yet' }
}

/** The first link that lies wholly inside of a span. */
function firstLink(links: Facts['links'], within: Span): Link | undefined {
  const startOf = ({ span }: Link) => span.start
  const inside = links.slice(countUpTo(links, within.start - 1, startOf), countUpTo(links, within.end, startOf))
  return inside.find(({ span }) => span.end <= within.end)
}

/** People put the link on a line of its own below the label, as a list item or without. */
function linkBelow(text: string, facts: Facts, base: Base, value: Span): MinutesLine | undefined {
  const below = trimComments(text, facts, nextFullLine(text, base.span.end))
  const link = firstLink(facts.links, below)
  if (!link) return undefined
  const beside = text.slice(below.start, link.span.start) + text.slice(link.span.end, below.end)
  return /^[\s*+<>-]*$/.test(beside) ? { ...base, value, state: 'linked', link, note: undefined } : undefined
}

/** Whether the next line is what the label introduces: a person, or an item below it. */
function isFilledBelow(text: string, { start, end }: Span): boolean {
  const label = lineAround(text, start)
  const next = lineAround(text, nextLine(text, lineAround(text, end).end))
  const below = text.slice(next.start, next.end)
  const isItem = below.trim() !== '' && indentAt(text, next.start) > indentAt(text, label.start)
  return isItem || /^\s*@/.test(below)
}

/** The line behind the one that holds an offset, or the one behind an empty line. */
function nextFullLine(text: string, offset: number): Span {
  const next = lineAround(text, nextLine(text, lineAround(text, offset).end))
  return text.slice(next.start, next.end).trim() ? next : lineAround(text, nextLine(text, next.end))
}

/** A sentence may be broken before the word "minutes": "We read the / minutes: all agreed." */
function continuesSentence(text: string, lineStart: number, label: string): boolean {
  const before = lineStart ? slice(text, lineAround(text, lineEndBefore(text, lineStart))) : ''
  return /^[*_]*\p{Ll}/u.test(label) && /\p{L}/u.test(before) && !/^ {0,3}#/.test(before)
}
