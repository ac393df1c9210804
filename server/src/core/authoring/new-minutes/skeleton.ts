import { addTo } from '../../collections.ts'
import type { Standing } from './standing.ts'
import type { Unit } from './units.ts'

/**
 * What of a team's last minutes the next ones have as well: what most of its minutes have, the participants, and the lines that say who does
 * what. What stands below something goes with it.
 */
export function skeletonOf(units: readonly Unit[], standing: Standing, isLeftover: (unit: Unit) => boolean): Unit[] {
  const said = new Map<string, number>()
  const around = new Around()
  const kept: Unit[] = []
  for (const [at, unit] of units.entries()) {
    addTo(said, unit.key, 1)
    around.enter(unit)
    const below = 'heading' in unit ? [...belowHeading(units, at)] : []
    const mayStay = around.stays || unit.kind === 'break'
    const stays = mayStay && !isLeftover(unit) && isStanding(unit, said.get(unit.key)!, standing, below)
    around.note(unit, stays)
    if (stays) kept.push(unit)
  }
  return withoutEmptySlides(kept)
}

function isStanding(unit: Unit, times: number, standing: Standing, below: readonly Unit[]): boolean {
  switch (unit.kind) {
    case 'title':
    case 'frame':
    case 'break':
    case 'role':
    case 'minutes-line':
      return true
    case 'heading':
      return standing.has(unit, times) || below.some(isOfEveryMeeting)
    case 'label':
      return standing.has(unit, times) || unit.list.kind === 'present'
    case 'participants':
      return unit.list.kind === 'present'
    // Open actions are carried over on their own, however many minutes have them already.
    case 'action':
    case 'answer':
      return false
    default:
      return standing.has(unit, times)
  }
}

function* belowHeading(units: readonly Unit[], at: number): Generator<Unit> {
  for (let below = at + 1; below < units.length && !('heading' in units[below]!); below += 1) yield units[below]!
}

/** Whatever a team calls the sections in which they stand now. */
function isOfEveryMeeting(unit: Unit): boolean {
  return unit.kind === 'role' || (unit.kind === 'participants' && unit.list.kind === 'present')
}

/** The headings and the list items around a unit: where one of them goes, all below it goes. */
class Around {
  #headings: { readonly depth: number; readonly stays: boolean }[] = []
  #gone = Number.POSITIVE_INFINITY

  get stays(): boolean {
    return this.#gone === Number.POSITIVE_INFINITY && (this.#headings.at(-1)?.stays ?? true)
  }

  enter(unit: Unit): void {
    if ('heading' in unit) {
      this.#headings = this.#headings.filter(({ depth }) => depth < unit.heading.depth)
      this.#gone = Number.POSITIVE_INFINITY
    } else if (unit.indent <= this.#gone) this.#gone = Number.POSITIVE_INFINITY
  }

  note(unit: Unit, stays: boolean): void {
    if ('heading' in unit) this.#headings.push({ depth: unit.heading.depth, stays })
    else if (!stays && unit.indent < this.#gone) this.#gone = unit.indent
  }
}

/** Between two slides stands one break: that which parts them the most. */
function withoutEmptySlides(kept: readonly Unit[]): Unit[] {
  const slides: Unit[] = []
  let parting: Unit | undefined
  for (const unit of kept) {
    if (unit.kind !== 'break') {
      if (parting && slides.length) slides.push(parting)
      parting = undefined
      slides.push(unit)
    } else if (!parting || unit.text.trim().length < parting.text.trim().length) parting = unit
  }
  return slides
}
