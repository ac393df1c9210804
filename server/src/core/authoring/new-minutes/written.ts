import { countsOf } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { lineEndOf } from '../../text/lines.ts'
import type { Line } from './next-text.ts'

/** A text, and where typing starts in it. */
export interface Written {
  readonly text: string
  readonly cursor: number
}

const ofActions = /\b(?:actions?|ais?|follow-?ups?|to-?dos?|aufgaben|tasks)\b/i
const ofOldActions = /\b(?:last|previous|old|open|pending|review|carried|follow-?ups?|offene|letzte[rn]?)\b/i
const ofTopics = /\b(?:agenda|topics?|discussions?|notes|tagesordnung|themen|besprechung)\b/i

type Placed = Pick<Line, 'text' | 'blanks'> & { readonly unit?: Line['unit']; readonly typed?: boolean }

/** Joins the lines of the next minutes, with the open actions where they belong, and a place for the first topic. */
export function written(
  lines: readonly Line[],
  actions: readonly string[],
  like: Pick<Minutes, 'text' | 'facts'>,
): Written {
  const lineEnd = lineEndOf(like.text)
  const bullet = bulletOf(like)
  const items = actions.map((action) => `${bullet} ${action.replaceAll('\n', `${lineEnd}  `)}`)
  const placed = withCursor(withActions(lines, items))
  let text = ''
  let cursor = 0
  for (const [at, line] of placed.entries()) {
    if (at) text += lineEnd.repeat(line.blanks + 1)
    text += line.text
    if (line.typed) cursor = text.length
  }
  return { text: text + lineEnd, cursor }
}

/** The actions stand in the section for them, best in that for those of the last meeting; else with the topics, else at the end. */
function withActions(lines: readonly Placed[], actions: readonly string[]): Placed[] {
  if (!actions.length) return [...lines]
  const section =
    headingAt(lines, (title) => ofActions.test(title) && ofOldActions.test(title)) ??
    headingAt(lines, (title) => ofActions.test(title)) ??
    headingAt(lines, (title) => ofTopics.test(title))
  const at = section === undefined ? lines.length : ownEnd(lines, section)
  const before = lines[at - 1]
  const isList = before?.unit !== undefined && /^[ \t]*[-*+][ \t]/.test(before.text)
  const items = actions.map((text, index): Placed => ({ text, blanks: index || isList ? 0 : 1 }))
  return [...lines.slice(0, at), ...items, ...spaced(lines.slice(at))]
}

/** Typing starts at the first role that nobody has yet, else on the first empty slide or below the heading of the topics, else at the end. */
function withCursor(lines: readonly Placed[]): Placed[] {
  const role = lines.findIndex(({ unit, text }) => unit?.kind === 'role' && isOpen(text))
  if (role >= 0) return lines.map((line, at) => (at === role ? { ...line, typed: true } : line))
  const topics = emptySlide(lines) ?? headingAt(lines, (title) => ofTopics.test(title))
  const at = topics === undefined ? lines.length : ownEnd(lines, topics)
  return [...lines.slice(0, at), { text: '', blanks: 1, typed: true }, ...spaced(lines.slice(at))]
}

function isOpen(text: string): boolean {
  return /[:=]\S{0,3}[ \t]*$/.test(text)
}

function headingAt(lines: readonly Placed[], fits: (title: string) => boolean): number | undefined {
  const at = lines.findIndex(({ unit }) => unit?.kind === 'heading' && fits(unit.heading.title))
  return at < 0 ? undefined : at
}

/** Where what stands directly below a heading ends. */
function ownEnd(lines: readonly Placed[], heading: number): number {
  const next = lines.findIndex(({ unit }, at) => at > heading && (unit?.kind === 'heading' || unit?.kind === 'break'))
  return next < 0 ? lines.length : next
}

/** The first slide behind that of the title with a heading alone. */
function emptySlide(lines: readonly Placed[]): number | undefined {
  const title = lines.findIndex(({ unit }) => unit?.kind === 'break')
  const at = lines.findIndex(
    ({ unit }, at) => at > title && unit?.kind === 'heading' && lines[at + 1]?.unit?.kind === 'break',
  )
  return title < 0 || at < 0 ? undefined : at
}

function spaced([first, ...rest]: readonly Placed[]): Placed[] {
  return first ? [{ ...first, blanks: Math.max(1, first.blanks) }, ...rest] : []
}

/** The bullet with which most lists of minutes begin. */
function bulletOf({ text, facts }: Pick<Minutes, 'text' | 'facts'>): string {
  const bullets = facts.items.map(({ marker }) => text[marker.start]!).filter((bullet) => /[-*+]/.test(bullet))
  const counts = countsOf(bullets)
  return bullets.reduce((most, bullet) => (counts.get(bullet)! > counts.get(most)! ? bullet : most), bullets[0] ?? '-')
}
