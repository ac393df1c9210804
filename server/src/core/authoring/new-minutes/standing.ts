import { countsOf } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { mayNameTopic } from '../../repository/topics.ts'
import { type Unit, unitsOf } from './units.ts'

/** What a team has in all of its minutes, learnt from some of them. */
export class Standing {
  readonly #counts: readonly ReadonlyMap<string, number>[]
  readonly #texts: readonly ReadonlySet<string>[]
  /** Those of the last minutes first. */
  readonly #headings: readonly Unit[]
  readonly #isUsual: (unit: Unit) => boolean

  /** Where there are no earlier minutes, `isUsual` decides. */
  constructor(earlier: readonly Minutes[], isUsual: (unit: Unit) => boolean) {
    const units = earlier.map(unitsOf)
    this.#headings = units.flatMap((all) => all.filter(({ kind }) => kind === 'heading'))
    this.#counts = units.map((all) => countsOf(all.map(({ key }) => key)))
    this.#texts = units.map((all) => new Set(all.map(({ text }) => text.trim())))
    this.#isUsual = isUsual
  }

  /** Whether most minutes have what a unit says, as often as it has been said up to there. */
  has(unit: Unit, times: number): boolean {
    if (!this.#counts.length) return this.#isUsual(unit)
    const having = this.#counts.filter((counts) => (counts.get(unit.key) ?? 0) >= times)
    return having.length * 2 >= this.#counts.length
  }

  /** What a heading that was struck out on one day is called on the others, the last of them. */
  unstruck(unit: Unit): string | undefined {
    if (unit.kind !== 'heading' || !unit.text.includes(strike)) return undefined
    return this.#headings.find(({ key, text }) => key === unit.key && !text.includes(strike))?.text
  }

  /** Whether most minutes have a unit word for word, its dates too. */
  hasWords({ text }: Unit): boolean {
    const having = this.#texts.filter((texts) => texts.has(text.trim()))
    return having.length > 0 && having.length * 2 >= this.#texts.length
  }
}

const strike = '~~'
const fewestFiles = 3

/** Whether a unit is a role, or a heading as other minutes of the community have it, or those of everybody. */
export function isUsualHeading(unit: Unit, { summaries }: Repository): boolean {
  if (unit.kind !== 'heading') return unit.kind === 'role'
  const { title } = unit.heading
  if (!mayNameTopic(title)) return true
  const files = [...summaries].filter(({ headings }) => headings.some((heading) => heading.title === title))
  return files.length >= fewestFiles
}
