import { isParticipant } from '../../minutes/attendance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { ParticipantList } from '../../minutes/participants.ts'
import type { Role } from '../../minutes/role.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import type { Heading } from '../../syntax/facts.ts'
import { columnsOf } from '../../text/indent.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { firstIn, isWithin, lastUpTo } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'

/**
 * A line of minutes that says something, or several that only make sense together: a block of code or HTML, or the front matter. Each knows what it is
 * for the next meeting.
 */
export type Unit = UnitBase &
  (
    | { readonly kind: 'title' | 'heading'; readonly heading: Heading }
    | { readonly kind: 'role'; readonly role: Role }
    /** The line that introduces a list of participants, with those of them who stand in it. */
    | { readonly kind: 'label'; readonly list: ParticipantList }
    | { readonly kind: 'participants'; readonly list: ParticipantList }
    /** What stands around the minutes: front matter, and how slides look. */
    | { readonly kind: 'frame' | 'minutes-line' | 'break' | 'answer' | 'action' | 'other' }
  )

interface UnitBase {
  readonly span: Span
  readonly text: string
  /** What is the same in other minutes: the words without the dates, or what makes it a heading or a role. */
  readonly key: string
  /** How far to the right it begins. */
  readonly indent: number
  /** How many empty lines stand before it. */
  readonly blanks: number
}

/** The units of minutes, in their order. */
export function unitsOf(minutes: Minutes): Unit[] {
  const { text } = minutes
  const blocks = blocksOf(minutes)
  const known = knownOf(minutes)
  const units: Unit[] = []
  let blanks = 0
  for (let at = 0; at < text.length; ) {
    const line = lineAround(text, at)
    const block = lastUpTo(blocks, line.end, ({ start }) => start)
    const isBlock = block !== undefined && block.start >= line.start
    const span = isBlock ? { start: line.start, end: lineAround(text, block.end).end } : line
    if (slice(text, span).trim() === '') blanks += 1
    else {
      units.push(unitAt(minutes, known, span, blanks))
      blanks = 0
    }
    const next = nextLine(text, span.end)
    if (next <= at) break
    at = next
  }
  return units
}

/** What makes no sense in pieces. */
function blocksOf({ text, facts: { frontMatter, code, html } }: Minutes): Span[] {
  const literal = [...(frontMatter ? [frontMatter.span] : []), ...code, ...html]
  return literal.filter(({ start, end }) => lineAround(text, start).end < end).sort((a, b) => a.start - b.start)
}

type Known = ReturnType<typeof knownOf>

/** What the lines of minutes may be, each kind in the order of the text. */
function knownOf(minutes: Minutes) {
  const { facts, roles, participants, actions } = minutes
  const entries = participants.flatMap((list) =>
    list.participants.filter((entry) => isParticipant(entry, minutes)).map(({ span }) => ({ span, list })),
  )
  const answers = roles.map(({ value }) => value).filter(({ start, end }) => start < end)
  return {
    headings: facts.headings.filter(({ nested }) => !nested),
    roles,
    answers: answers.sort(byStart),
    lists: [...participants].sort((a, b) => byStart(a.label, b.label)),
    entries: entries.sort((a, b) => byStart(a.span, b.span)),
    actions: actions.filter(({ owner }) => owner !== undefined),
  }
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start
}

function unitAt(minutes: Minutes, known: Known, span: Span, blanks: number): Unit {
  const text = slice(minutes.text, span)
  const base = { span, text, indent: columnsOf(/^[ \t]*/.exec(text)![0]), blanks, key: keyOf(text) }
  const { facts, deck } = minutes
  const heading = firstIn(known.headings, span, (one) => one.span)
  if (heading) {
    const isTitle = heading === facts.headings[0]
    return { ...base, kind: isTitle ? 'title' : 'heading', heading, key: headingKey(heading.title) }
  }
  if (facts.frontMatter?.span.start === span.start || /^<style\b/i.test(text)) return { ...base, kind: 'frame' }
  if (deck && isWithin(facts.breaks, span.start + base.indent)) return { ...base, kind: 'break' }
  const role = firstIn(known.roles, span, ({ label }) => label)
  if (role) return { ...base, kind: 'role', role, key: `role ${role.key}` }
  if (firstIn(known.answers, span, (value) => value)) return { ...base, kind: 'answer' }
  const line = firstIn(minutes.minutesLines, span, ({ label }) => label)
  if (line) return { ...base, kind: 'minutes-line', key: `minutes ${slice(minutes.text, line.label).toLowerCase()}` }
  const isAction = firstIn(known.actions, span, ({ marker }) => marker) !== undefined
  return participantUnit(minutes, known, base) ?? { ...base, kind: isAction ? 'action' : 'other' }
}

function participantUnit({ text }: Minutes, { lists, entries }: Known, base: UnitBase): Unit | undefined {
  const introduced = firstIn(lists, base.span, ({ label }) => label)
  if (introduced) {
    const key = `participants ${slice(text, introduced.label).toLowerCase()}`
    return { ...base, kind: 'label', list: introduced, key }
  }
  const entry = firstIn(entries, base.span, ({ span }) => span)
  return entry && { ...base, kind: 'participants', list: entry.list }
}

/** The key of a heading with a title. */
export function headingKey(title: string): string {
  return `# ${withoutDates(title)
    .toLowerCase()
    .replace(/[\s:.?!]+/g, ' ')
    .trim()}`
}

function keyOf(text: string): string {
  return withoutDates(text)
    .replace(/^[ \t]*[-*+](?=[ \t])/, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The days of two meetings differ: that makes no other line of it. */
function withoutDates(text: string): string {
  let result = ''
  let done = 0
  for (const { span } of writtenDates(text)) {
    result += `${text.slice(done, span.start)}<date>`
    done = span.end
  }
  return result + text.slice(done)
}
