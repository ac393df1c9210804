import { countsOf } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { TextEdit } from '../../text/edit.ts'
import { datedBy, inNextMeeting, withRightWeekdays } from './dates.ts'
import type { Step } from './edits.ts'
import { leftoversOf } from './leftovers.ts'
import { afterEdits } from './mending.ts'
import { countedOn } from './numbers.ts'
import { skeletonOf } from './skeleton.ts'
import type { Standing } from './standing.ts'
import { type Unit, unitsOf } from './units.ts'

/** What the next minutes are made of. */
export interface Ingredients extends Step {
  readonly earlier: readonly Minutes[]
  /** Those that are unlike the others, the last one first. */
  readonly since: readonly Minutes[]
  readonly standing: Standing
  readonly repository: Repository
  /** What becomes of the last minutes' text. */
  readonly edits: readonly TextEdit[]
}

/** A unit of the last minutes as the next ones have it. */
export interface Line {
  readonly text: string
  /** How many empty lines stand before it. */
  readonly blanks: number
  readonly unit: Unit
}

/** What the next minutes have of the last ones. */
export function nextTexts(from: Ingredients): Line[] {
  const { last, standing, repository } = from
  const units = unitsOf(last)
  const behind = new Map(units.map((unit, at) => [unit, units[at + 1]]))
  const kept = skeletonOf(units, standing, leftoversOf(last, repository))
  return kept.flatMap((unit, at): Line[] => {
    const text = nextText(unit, from)
    return saysNothing(text) ? [] : [{ text, unit, blanks: blanksBefore(unit, kept[at - 1], behind) }]
  })
}

function nextText(unit: Unit, from: Ingredients): string {
  const { day, last, lastDay, standing, edits } = from
  const text = standing.unstruck(unit) ?? afterEdits(last.text, unit.span, edits)
  if (unit.kind === 'minutes-line' || (unit.kind !== 'title' && standing.hasWords(unit))) return text
  const dated = unit.kind === 'title' ? datedBy(nextTitle(unit, text, from), day) : inNextMeeting(text, lastDay, day)
  return withRightWeekdays(dated, day)
}

/** Where titles count the meetings, those that are unlike the others are counted too. */
function nextTitle(unit: Unit, text: string, { last, earlier, since }: Ingredients): string {
  const before = earlier[0] && titleOf(earlier[0])
  let counted = before && countedOn(before.text, text)
  let latest = text
  for (const minutes of [...since].reverse()) {
    const title = titleOf(minutes)?.text
    const next = title === undefined ? undefined : countedOn(latest, title)
    if (title === undefined || next === undefined) continue
    latest = title
    counted = next
  }
  return counted ?? usualTitle(unit, text, last, earlier)
}

function titleOf(minutes: Minutes): Unit | undefined {
  return unitsOf(minutes).find(({ kind }) => kind === 'title')
}

/** The title that most of the minutes have; the last one's where they differ, or where it has the usual one below its own. */
function usualTitle(unit: Unit, text: string, last: Minutes, earlier: readonly Minutes[]): string {
  const titles = [unit, ...earlier.flatMap((minutes) => titleOf(minutes) ?? [])]
  const counts = countsOf(titles.map(({ key }) => key))
  const usual = titles.reduce((most, next) => (counts.get(next.key)! > counts.get(most.key)! ? next : most))
  const isBelow = unitsOf(last).some(({ key, kind }) => kind === 'heading' && key === usual.key)
  return isBelow || usual === unit ? text : usual.text
}

/** A bullet whose words are gone. */
function saysNothing(text: string): boolean {
  return /^[\s>]*(?:(?:[-*+]|[0-9]{1,9}[.)])\s*)?(?:\[[ xX]?\]\s*)?$/.test(text)
}

/** As many as before; behind a gap, as many as there were behind what stands before it now. `behind` tells the unit that came behind another. */
function blanksBefore(unit: Unit, before: Unit | undefined, behind: ReadonlyMap<Unit, Unit | undefined>): number {
  if (!before) return 0
  const next = behind.get(before)
  return next === unit ? unit.blanks : Math.max(unit.blanks, next?.blanks ?? 0)
}
