import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addDays, daysBetween, type IsoDate, isoDate } from '../../server/src/core/minutes/calendar.ts'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { minutesIn } from './subject.ts'

/** Copies go back in time as long as their years are no slips; then they are those of other teams. */
const copiesOfATeam = 8
const date = /(?<![0-9])(20[0-9]{2})(-?)([0-9]{2})\2([0-9]{2})(?![0-9])/g

/**
 * Makes a larger repository of a folder, the same one each time: beside its files come copies with earlier dates in paths and texts, on the
 * same weekdays, so that links lead to copies as they did to files. Returns the folder, which is below `out/`.
 */
export function scaledFolder(folder: string, factor: number): string {
  const into = join('out', 'scaled', String(factor))
  rmSync(into, { recursive: true, force: true })
  const all = minutesIn(folder)
  const period = periodOf(all)
  const teams = new Set(all.filter(({ kind }) => kind === 'minutes').map(({ path }) => path.split('/')[0]!))
  for (let copy = 0; copy < factor; copy += 1) {
    const anew = renewal(-period * (copy % copiesOfATeam), Math.floor(copy / copiesOfATeam), teams)
    for (const { path, kind } of all) {
      if (copy > 0 && kind !== 'minutes') continue
      const target = join(into, anew(path))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, anew(readFileSync(join(folder, path), 'utf8')))
    }
  }
  return into
}

/** Gives a path or a text other dates and other folders of teams. */
function renewal(days: number, generation: number, teams: ReadonlySet<string>): (written: string) => string {
  const folder = /(?<=^|[/(])([A-Za-z0-9_-]+)(?=\/)/gm
  return (written) => {
    const dated = days
      ? written.replace(date, (whole, year, dash, month, day) => {
          const known = isoDate(Number(year), Number(month), Number(day))
          return known ? addDays(known, days).replaceAll('-', dash) : whole
        })
      : written
    return generation ? dated.replace(folder, (name) => (teams.has(name) ? `${name}-${generation + 1}` : name)) : dated
  }
}

/** The days from the first to the last meeting, in whole weeks. */
function periodOf(all: readonly Minutes[]): number {
  const days = all.flatMap(({ date }): IsoDate[] => (date?.iso ? [date.iso] : [])).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? (Math.floor(daysBetween(first, last) / 7) + 1) * 7 : 0
}
