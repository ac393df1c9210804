import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround, nextLine } from '../text/lines.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import type { Scan } from '../text/scan.ts'
import { lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { trim, trimEnd, trimStart } from '../text/trim.ts'
import { type Handle, handlesIn } from './handle.ts'
import { namesIn, type Person, personOf } from './person.ts'
import type { Section } from './section.ts'

/**
 * A line, or a heading, that says who does something for the meeting.
 *
 *     - **Minute taker:** @ines-berg
 *         ^ label         ^ value
 */
export interface Role {
  readonly task: 'minutes' | 'report' | 'moderation'
  /** The words that introduce it, without emphasis and colon. Those of a heading are its content. */
  readonly label: Span
  /** The label's words in lower case, by which the meetings of a series are compared. */
  readonly key: string
  /** What stands behind the label, or below it; empty where something is to be typed. */
  readonly value: Span
  /**
   * `held` by handles, `named` in plain names, `bare` with nothing but an `@`, `empty`; all else ("TBD", "nobody", a sentence) is `other`.
   */
  readonly state: 'held' | 'named' | 'bare' | 'empty' | 'other'
  /** Those who do it; none but where it is `held` or `named`. */
  readonly holders: readonly Person[]
  readonly heading: boolean
}

const minuteTakers =
  '(?:minutes?|notes?)[ -]?(?:tak(?:ers?|ing|en by)|keeper|writer)|scribes?|secretary|responsible for (?:the )?(?:minutes|notes)|(?:summary (?:&|and) )?minutes transfer|protokoll(?:ant(?:in|en|\\*in|:in)?|führ(?:er|erin|ung))|schriftführ(?:er|erin|ung)'
const reporters = 'reporters?|rapporteurs?|report(?:ing)? (?:in|to|at)|berichterstatt(?:er|erin|ung)'
const moderators =
  'moderat(?:ors?|ion|orin)|facilitat(?:ors?|ion)|chair(?:s|person|man|woman)?|(?:sitzungs|versammlungs|gesprächs)leitung'
/** Words that say it only where the section is about such things. */
const inMeta = 'minutes|notes|protokoll'

/** How a line begins that may hold a role: what stands before its words, then their first letters. Two patterns cost V8 a tenth of one. */
const lineStart =
  /^[ \t>]{0,12}(?:(?:[-*+]|[0-9]{1,2}[.)])[ \t]{1,4})?(?:\[[ xX]\][ \t]{1,2})?[*_]{0,3}(?=min|not|scr|sec|res|sum|pro|sch|rep|rap|ber|mod|fac|cha|sit|ver|ges)/gim
const roleWords = new RegExp(
  `((?:(${minuteTakers})|(${reporters})|(${moderators})|(${inMeta}))(?![a-zäöüß])[^:\\r\\n|@*_\`<[]{0,60}?)[*_]{0,3}(?:[ \\t]?:[*_]{0,3}|(?=[ \\t]{1,2}@))`,
  'iy',
)
const roleTitle = new RegExp(
  `^[^a-z~]{0,4}(?:(${minuteTakers}|who (?:takes|is taking) (?:the )?minutes)|(reporters?|(?:who is )?report(?:ing)? (?:in|to|at) .{0,40}(?:call|meeting|plenary)|report(?:ing)? (?:&|and) minutes|.{0,40}(?:and|&) minutes transfer))(?![a-z])`,
  'i',
)
const longestTitle = 100

/** The roles of a text, in its order. */
export function rolesOf(scan: Scan, facts: Facts, sections: readonly Section[], handles: readonly Handle[]): Role[] {
  const { text } = scan
  const roles: Role[] = []
  for (const before of scan.matches(lineStart)) {
    const start = endOf(before)
    const match = matchAt(roleWords, text, start)
    if (!match) continue
    const [, words, minutes, report, , meta] = match
    if (meta && !(lastUpTo(sections, start, ({ heading }) => heading.span.start)?.meta && words === meta)) continue
    if (isLiteral(facts, start)) continue
    const task = minutes || meta ? 'minutes' : report ? 'report' : 'moderation'
    const label = trimEnd(text, { start, end: start + words!.length })
    const behind = endOf(match)
    const value = trim(text, { start: behind, end: endOfProse(text, behind) })
    roles.push(roleAt(text, handles, { task, label, key: keyOf(text, label), heading: false }, value))
  }
  const headed = [...headedRoles(text, sections, handles)]
  return headed.length ? [...roles, ...headed].sort((a, b) => a.label.start - b.label.start) : roles
}

type Base = Pick<Role, 'task' | 'label' | 'key' | 'heading'>

function roleAt(text: string, handles: readonly Handle[], base: Base, value: Span): Role {
  const within = value.start < value.end ? value : below(text, value.end)
  const holders = handlesIn(handles, within).map(personOf)
  if (holders.length) return roleOf(base, within, 'held', holders)
  if (within.start === within.end) return roleOf(base, value, 'empty', [])
  if (/^[(`]?@[)`]?$/.test(slice(text, within))) return roleOf(base, within, 'bare', [])
  const names = namesIn(text, within)
  return roleOf(base, within, names.length ? 'named' : 'other', names)
}

function roleOf(
  { task, label, key, heading }: Base,
  value: Span,
  state: Role['state'],
  holders: readonly Person[],
): Role {
  return { task, label, key, heading, value, state, holders }
}

/** What stands on the line below an empty value, when it belongs to it: `@name`, `-> @name`, or an item that is indented further. */
function below(text: string, end: number): Span {
  const line = lineAround(text, end)
  const below = nextLine(text, line.end)
  const next = { start: below, end: endOfProse(text, below) }
  if (next.start <= line.end) return { start: end, end }
  const rest = slice(text, next)
  const isDeeper = rest.trim() !== '' && rest.search(/\S/) > slice(text, line).search(/\S/)
  return isDeeper || /^[ \t]*(?:->[ \t]*)?@/.test(rest) ? trim(text, next) : { start: end, end }
}

function* headedRoles(text: string, sections: readonly Section[], handles: readonly Handle[]): Generator<Role> {
  for (const { heading, ownEnd } of sections) {
    const match = heading.title.length <= longestTitle ? roleTitle.exec(heading.title) : null
    if (!match) continue
    const base: Base = {
      task: match[1] ? 'minutes' : 'report',
      label: heading.content,
      key: heading.title.toLowerCase(),
      heading: true,
    }
    const value = firstAnswer(text, trim(text, { start: heading.span.end, end: ownEnd }))
    const empty = { start: heading.span.end, end: heading.span.end }
    if (value.start < value.end) yield roleAt(text, handles, base, value)
    else yield roleOf(base, empty, 'empty', [])
  }
}

/** The first line below a heading; the second one where the first repeats the heading as a question. */
function firstAnswer(text: string, body: Span): Span {
  const first = trimEnd(text, { start: body.start, end: Math.min(body.end, endOfProse(text, body.start)) })
  if (text[first.end - 1] !== '?') return first
  const rest = trimStart(text, { start: first.end, end: body.end })
  return trimEnd(text, { start: rest.start, end: Math.min(body.end, endOfProse(text, rest.start)) })
}

function keyOf(text: string, label: Span): string {
  return slice(text, label).toLowerCase()
}

/** Where the line that holds an offset ends, or a comment behind its words begins. */
export function endOfProse(text: string, offset: number): number {
  const { end } = lineAround(text, offset)
  const comment = text.slice(offset, end).indexOf('<!--')
  return comment < 0 ? end : offset + comment
}
