import { Groups, getOrInsert, isSameList } from '../collections.ts'
import { folderOf } from '../text/path.ts'
import type { Derived } from './derived.ts'
import { seriesFolderOf } from './series.ts'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'
import { type ConfiguredTeam, type Evidence, Teams } from './teams.ts'

/** How many minutes lines that lead to other series make a file a report. */
const enoughLines = 2

/** What a URL in the file `from` means; `exists` says which files and folders there are. */
type TargetOf = (url: string, from: string, exists: Exists) => Target

type Exists = (path: string) => boolean

/** Which series report on others, and what their minutes lines tell of the teams. */
export class Reports implements Derived {
  readonly teams: Teams
  readonly #targetOf: TargetOf
  readonly #exists: Exists
  readonly #configured: ReadonlySet<string> | undefined
  /** The paths of which it matters to files whether they exist: the other way round, and of each file. */
  readonly #askers = new Groups<string, string>()
  readonly #asked = new Map<string, ReadonlySet<string>>()
  /** What each file has told. */
  readonly #testimony = new Map<string, readonly Evidence[]>()
  readonly #reportsOf = new Map<string, Set<string>>()

  constructor(
    configured: readonly string[] | undefined,
    teams: readonly ConfiguredTeam[],
    targetOf: TargetOf,
    exists: Exists,
  ) {
    this.#targetOf = targetOf
    this.#exists = exists
    this.#configured = configured && new Set(configured)
    this.teams = new Teams(teams)
  }

  /** Whether the series of a folder reports on others: by configuration, or because one of its files does. */
  has(folder: string): boolean {
    return this.#configured?.has(folder) ?? this.#reportsOf.has(folder)
  }

  replace(path: string, now: Summary | undefined): void {
    const told = this.#toldBy(path, now)
    if (sameTestimony(this.#testimony.get(path) ?? [], told)) return
    this.#forget(path)
    for (const evidence of told) this.teams.learn(evidence)
    if (told.length) this.#testimony.set(path, told)
    if (told.length >= enoughLines) getOrInsert(this.#reportsOf, seriesFolderOf(path), () => new Set()).add(path)
  }

  /** A folder is there as long as a file is in it. */
  *concernedBy(path: string): Iterable<string> {
    for (let each = path; each; each = folderOf(each)) yield* this.#askers.each(each)
  }

  #toldBy(path: string, summary: Summary | undefined): Evidence[] {
    for (const other of this.#asked.get(path) ?? []) this.#askers.delete(other, path)
    const asked = new Set<string>()
    const exists = (other: string) => {
      asked.add(other)
      return this.#exists(other)
    }
    const told = toldBy(path, summary, (url) => this.#targetOf(url, path, exists))
    for (const other of asked) this.#askers.add(other, path)
    if (asked.size) this.#asked.set(path, asked)
    else this.#asked.delete(path)
    return told
  }

  #forget(path: string): void {
    if (!this.#testimony.delete(path)) return
    this.teams.forget(path)
    const reports = this.#reportsOf.get(seriesFolderOf(path))
    if (reports?.delete(path) && !reports.size) this.#reportsOf.delete(seriesFolderOf(path))
  }
}

/** What the minutes lines of a file say of other series. */
function toldBy(path: string, summary: Summary | undefined, targetOf: (url: string) => Target): Evidence[] {
  if (!summary?.date) return []
  const { date } = summary
  const own = seriesFolderOf(path)
  return summary.minutesLines.flatMap(({ headings: [title], url }): Evidence[] => {
    const folder = url === undefined ? undefined : folderNamedBy(targetOf(url))
    return folder === undefined || folder === own || !title ? [] : [{ report: path, date, folder, title }]
  })
}

function sameTestimony(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  const alike = (one: Evidence, other: Evidence) =>
    one.title === other.title && one.folder === other.folder && one.date === other.date
  return isSameList(a, b, alike)
}

function folderNamedBy(target: Target): string | undefined {
  if (target.kind !== 'repository' && target.kind !== 'relative') return undefined
  const isFile = /\.[a-z]{2,8}$/i.test(target.path) || (target.kind === 'repository' && target.view === 'file')
  return isFile ? seriesFolderOf(target.path) : target.path
}
