import { getOrInsert } from '../collections.ts'
import { seriesFolderOf } from './series.ts'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'
import { type ConfiguredTeam, Teams } from './teams.ts'

/** How many minutes lines that lead to other series make a file a report. */
const enoughLines = 2

/** Which series report on others, and what their minutes lines tell of the teams. */
export class Reports {
  readonly teams: Teams
  readonly #configured: ReadonlySet<string> | undefined
  /** The files whose minutes lines told something. */
  readonly #witnesses = new Set<string>()
  readonly #reportsOf = new Map<string, Set<string>>()

  constructor(configured: readonly string[] | undefined, teams: readonly ConfiguredTeam[]) {
    this.#configured = configured && new Set(configured)
    this.teams = new Teams(teams)
  }

  /** Whether the series of a folder reports on others: by configuration, or because one of its files does. */
  has(folder: string): boolean {
    return this.#configured?.has(folder) ?? this.#reportsOf.has(folder)
  }

  /** Replaces what a file told; `undefined` when there is no such file any more. */
  learn(path: string, summary: Summary | undefined, resolve: (url: string) => Target): void {
    this.#forget(path)
    if (!summary?.date || !summary.minutesLines.length) return
    const own = seriesFolderOf(path)
    let lines = 0
    for (const { headings, url } of summary.minutesLines) {
      const folder = url === undefined ? undefined : folderNamedBy(resolve(url))
      if (folder === undefined || folder === own || !headings[0]) continue
      lines += 1
      this.teams.learn(headings[0], { report: path, date: summary.date, folder })
    }
    if (lines) this.#witnesses.add(path)
    if (lines < enoughLines) return
    getOrInsert(this.#reportsOf, own, () => new Set()).add(path)
  }

  #forget(path: string): void {
    if (!this.#witnesses.delete(path)) return
    this.teams.forget(path)
    const reports = this.#reportsOf.get(seriesFolderOf(path))
    if (reports?.delete(path) && !reports.size) this.#reportsOf.delete(seriesFolderOf(path))
  }
}

function folderNamedBy(target: Target): string | undefined {
  if (target.kind !== 'repository' && target.kind !== 'relative') return undefined
  const isFile = /\.[a-z]{2,8}$/i.test(target.path) || (target.kind === 'repository' && target.view === 'file')
  return isFile ? seriesFolderOf(target.path) : target.path
}
