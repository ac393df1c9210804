import type { Facts, Link } from '../syntax/facts.ts'
import { lineAround, nextLine } from '../text/lines.ts'
import { contains, type Span, slice } from '../text/span.ts'
import { type Section, sectionAt } from './section.ts'

/**
 * The line of a section that says where the minutes of the meeting stand.
 *
 *     - **Minutes** (none yet): <https://…/tree/main/iaas> (waiting)
 *       ^label     ^ value … to the end of the line
 */
export interface MinutesLine {
  /** From the label to the last character of the line that is no white space. */
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

const candidate =
  /^[ \t]*(?:[-*+][ \t]+)?\[?([*_]{0,3}(?:no[ \t]+)?(?:meeting[ \t]+)?(?:minutes|protokoll)(?![\p{L}\p{N}])[*_]{0,3})(.*)$/gimu
const noneYet =
  /^(?:(?:none|not|nothing|no|still|noch|yet|keine?|nicht)\b|pending|missing|tb[ad]\b|t\.b\.[ad]\.|n\/a\b|to follow|coming|follows?\b|will follow|waiting|folg[te]\b|[-–—?…]+$)/i
const pending =
  /\b(?:not|none|no|may not)\b.*\byet\b|\b(?:pending|missing|waiting|to follow|not merged|noch nicht|noch keine)\b|\bto be (?:merged|published|added)\b|^(?:none|not yet|not available)$/i
/** Everything that people write to say "not yet" and nothing else. */
const plainNote =
  /^(?:(?:minutes|none|not|nothing|no|still|yet|so far|at the moment|available|present|published|merged|there|ready|online|uploaded|pending|missing|waiting|waiting to be merged|to be (?:merged|published|added)|to follow|tb[ad]|n\/a|noch|nicht|keine?|vorhanden)\b|[\s()?!.:,*_–—-])*$/i

/** Where a colon or a bracket is all that stands between the label and its link. */
const introduction = /^(?:(?:from|of|for)\b[^:]{0,40})?[\s:()[\]<*_–—-]*$/i

/** The minutes lines of a text outside of meta sections, in their order. */
export function minutesLinesOf(text: string, facts: Facts, sections: readonly Section[]): MinutesLine[] {
  const lines: MinutesLine[] = []
  for (const match of text.matchAll(candidate)) {
    const start = match.index + match[0].indexOf(match[1]!)
    const section = sectionAt(sections, start)
    if (!section || section.meta || start < section.heading.span.end || isInside(start, facts)) continue
    const line = read(text, facts, section, { start, end: start + match[1]!.length })
    if (line) lines.push(line)
  }
  return lines
}

type Base = Pick<MinutesLine, 'span' | 'label' | 'section' | 'noteSaysMore'>

function read(text: string, facts: Facts, section: Section, label: Span): MinutesLine | undefined {
  const end = trimmedEnd(text, label.end, lineAround(text, label.end).end)
  const span = { start: label.start, end }
  const base = { span, label, section, noteSaysMore: false }
  const around = facts.links.find((link) => contains(link.text, label) && link.kind === 'inline')
  if (around) return labelled(text, base, around)
  const link = facts.links.find((link) => link.span.start >= label.end && link.span.end <= end)
  if (link) return linked(text, base, link)
  const saysNo = /^[*_]*no\b/i.test(slice(text, label))
  const colon = text.slice(label.end, end).indexOf(':')
  const value = trimmed(text, colon < 0 || saysNo ? label.end : label.end + colon + 1, end)
  const before = colon < 0 ? '' : text.slice(label.end, label.end + colon)
  const said = bare(text.slice(colon < 0 || saysNo ? label.end : value.start, end))
  const shape = shapeOf(saysNo, colon >= 0, before, said)
  if (!shape) return undefined
  if (shape === 'empty')
    return linkBelow(text, facts, base, value) ?? { ...base, value, state: 'empty', link: undefined, note: undefined }
  const note = shape === 'none-yet' ? { start: value.start, end } : undefined
  return { ...base, value, state: shape, link: undefined, note, noteSaysMore: !plainNote.test(said) }
}

function shapeOf(saysNo: boolean, hasColon: boolean, before: string, said: string): MinutesLine['state'] | undefined {
  if (saysNo) return /^(?:yet\b.*|[^a-z]*)$/i.test(said) ? 'none-yet' : 'other'
  if (!hasColon) return /\byet\b|pending/i.test(said) && noneYet.test(said) ? 'none-yet' : undefined
  if (bare(before) && !pending.test(before)) return 'other'
  if (!said) return pending.test(before) ? 'none-yet' : 'empty'
  return noneYet.test(said) ? 'none-yet' : 'other'
}

function linked(text: string, base: Base, link: Link): MinutesLine {
  const { label, span } = base
  const value = trimmed(text, label.end, span.end)
  const before = { start: label.end, end: link.span.start }
  const after = { start: link.span.end, end: span.end }
  const note = [before, after].find((side) => pending.test(bare(slice(text, side))))
  const introduced = introduction.test(slice(text, before)) || (note === before && before.end - before.start < 60)
  if (!introduced) return { ...base, value, state: 'other', link: undefined, note: undefined }
  return {
    ...base,
    value,
    state: 'linked',
    link,
    note,
    noteSaysMore: note !== undefined && !plainNote.test(slice(text, note)),
  }
}

/** `[Minutes](URL)`: the label is the text of the link. */
function labelled(text: string, base: Base, link: Link): MinutesLine {
  const after = { start: link.span.end, end: base.span.end }
  const note = pending.test(bare(slice(text, after))) ? after : undefined
  const noteSaysMore = note !== undefined && !plainNote.test(slice(text, note))
  return { ...base, value: link.destination, state: 'linked', link, note, noteSaysMore }
}

/** People put the link on a line of its own below the label, as a list item or without. */
function linkBelow(text: string, facts: Facts, base: Base, value: Span): MinutesLine | undefined {
  const below = lineAround(text, nextLine(text, lineAround(text, base.span.end).end))
  const link = facts.links.find((link) => link.span.start >= below.start && link.span.end <= below.end)
  if (!link || below.start <= base.span.start) return undefined
  const beside = text.slice(below.start, link.span.start) + text.slice(link.span.end, below.end)
  return /^[\s*+<>-]*$/.test(beside) ? { ...base, value, state: 'linked', link, note: undefined } : undefined
}

function isInside(offset: number, { code, html, frontMatter }: Facts): boolean {
  if (frontMatter && offset < frontMatter.span.end) return true
  return [...code, ...html].some(({ start, end }) => start <= offset && offset < end)
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

function trimmed(text: string, start: number, end: number): Span {
  let at = start
  while (at < end && /\s/.test(text[at]!)) at += 1
  return { start: at, end }
}

/** The words of a note, without the brackets and emphasis around them. */
function bare(text: string): string {
  return text.replace(/^[\s():*_[\]<-]+|[\s():*_[\]<>.!-]+$/g, '').trim()
}
