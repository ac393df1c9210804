import { countsOf } from '../../collections.ts'
import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { actionsEdit, isTitleOfTopics } from '../../repository/carry-over.ts'
import type { Series } from '../../repository/series.ts'
import { applyEdits } from '../../text/edit.ts'
import { lineEndOf } from '../../text/lines.ts'
import type { Line } from './next-text.ts'
import { type Unit, unitsOf } from './units.ts'

/** A text, and where typing starts in it. */
export interface Written {
  readonly text: string
  readonly cursor: number
}

type Placed = Pick<Line, 'text' | 'blanks'> & { readonly unit?: Unit; readonly typed?: boolean }

/** What the next minutes have of the last ones, and how the team writes them. */
export interface Draft {
  /** Where the next minutes are to stand. */
  readonly path: string
  readonly lines: readonly Line[]
  /** Each as `carriedAction` tells it. */
  readonly actions: readonly string[]
  readonly last: Pick<Minutes, 'text' | 'facts'>
  readonly series: Series
}

/** Joins the lines of the next minutes, with the open actions where they belong, and a place for the first topic. */
export function written({ path, lines, actions, last, series }: Draft): Written {
  const lineEnd = lineEndOf(last.text)
  const bare = readMinutes(path, joined(lines, lineEnd).text + lineEnd)
  const edits = actions.length ? [actionsEdit(bare, actions, series, bulletOf(last))] : []
  const { text, cursor } = joined(withCursor(placedIn(applyEdits(bare.text, edits), path)), lineEnd)
  return { text: text + lineEnd, cursor }
}

function placedIn(text: string, path: string): Placed[] {
  return unitsOf(readMinutes(path, text)).map((unit) => ({ text: unit.text, blanks: unit.blanks, unit }))
}

function joined(lines: readonly Placed[], lineEnd: string): Written {
  let text = ''
  let cursor = 0
  for (const [at, line] of lines.entries()) {
    if (at) text += lineEnd.repeat(line.blanks + 1)
    text += line.text
    if (line.typed) cursor = text.length
  }
  return { text, cursor }
}

/** Typing starts at the first role that nobody has yet, else on the first empty slide or below the heading of the topics, else at the end. */
function withCursor(lines: readonly Placed[]): Placed[] {
  const role = lines.findIndex(({ unit, text }) => unit?.kind === 'role' && isOpen(text))
  if (role >= 0) return lines.map((line, at) => (at === role ? { ...line, typed: true } : line))
  const topics = emptySlide(lines) ?? headingAt(lines, isTitleOfTopics)
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
