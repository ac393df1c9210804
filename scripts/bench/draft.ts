import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftReport } from '../../server/src/core/authoring/report-draft/draft.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import type { MinutesLine } from '../../server/src/core/minutes/minutes-line.ts'
import type { Section } from '../../server/src/core/minutes/section.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'
import { seriesFolderOf } from '../../server/src/core/repository/series.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import type { Figure } from './figure.ts'
import { statisticsOf } from './statistics.ts'
import { minutesIn } from './subject.ts'

/** How many of the things that a real report has its draft has as well. */
interface Likeness {
  readonly headings: Share
  readonly teams: Share
  readonly drafted: Share
  readonly minutesLines: Share
}

interface Share {
  readonly right: number
  readonly all: number
}

/**
 * How much of real reports their drafts have, when only the reports before them are known, and the teams' minutes up to their day. Decks are
 * left out: they have no minutes lines, and repeat their titles.
 */
export function measureDraft(folder: string): { readonly files: number; readonly figures: Figure[] } {
  const all = minutesIn(folder).filter(({ kind, date }) => kind === 'minutes' && date?.iso)
  const summaries = new Map(all.map((minutes) => [minutes.path, summarise(minutes)]))
  const settings = readIfThere(join(folder, settingsFile))
  const whole = repositoryOf(summaries.values(), settings)
  const right = rightTargets(folder, whole)
  const reports = all
    .filter(({ path, deck }) => whole.isReport(path) && !deck)
    .sort((a, b) => (a.date!.iso! < b.date!.iso! ? -1 : 1))
  const likenesses = reports.flatMap((report) => {
    const known = repositoryOf(knownBefore(report, summaries.values()), settings)
    const day = report.date!.iso!
    const asked = { folder: seriesFolderOf(report.path), day, today: day }
    const drafted = draftReport(asked, known, (path) => all.find((one) => one.path === path))
    return 'refused' in drafted ? [] : [likeness(report, readMinutes(report.path, drafted.text), whole, right)]
  })
  const figures = [
    share('team sections: heading line and order', likenesses, ({ headings }) => headings),
    share('team sections: team and order', likenesses, ({ teams }) => teams),
    share('team sections of the draft that the report has', likenesses, ({ drafted }) => drafted),
    share('minutes lines with the right URL', likenesses, ({ minutesLines }) => minutesLines),
  ]
  return { files: likenesses.length, figures }
}

function knownBefore(report: Minutes, summaries: Iterable<Summary>): Summary[] {
  const day = report.date!.iso!
  const own = seriesFolderOf(report.path)
  return [...summaries].filter(({ path, date }) => (seriesFolderOf(path) === own ? date! < day : date! <= day))
}

function likeness(report: Minutes, draft: Minutes, whole: Repository, right: ReadonlyMap<string, string>): Likeness {
  const real = teamSections(report, whole)
  const own = teamSections(draft, whole)
  const lines = report.minutesLines.flatMap((line) => {
    const target = rightTarget(line, report, whole, right)
    return target === undefined ? [] : [target]
  })
  const targets = new Set(draft.minutesLines.map((line) => targetOf(line, draft, whole)))
  const teams = { right: inCommon(real.map(teamOf(report, whole)), own.map(teamOf(draft, whole))), all: real.length }
  return {
    headings: { right: inCommon(real.map(headingLine), own.map(headingLine)), all: real.length },
    teams,
    drafted: { right: teams.right, all: own.length },
    minutesLines: { right: lines.filter((target) => targets.has(target)).length, all: lines.length },
  }
}

const deepest = 3

function teamSections({ sections }: Minutes, { teams }: Repository): Section[] {
  return sections.filter(({ heading, meta }) => !meta && heading.depth <= deepest && teams.knows(heading.title))
}

function headingLine({ heading: { depth, title } }: Section): string {
  return `${'#'.repeat(depth)} ${title}`
}

function teamOf({ path }: Minutes, repository: Repository) {
  return ({ heading: { title } }: Section) => repository.teamFolders([title], path)[0] ?? title
}

/** How many items two lists have in common, in the same order. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let above = b.map(() => 0)
  for (const item of a) {
    const row: number[] = []
    for (const [at, other] of b.entries())
      row.push(item === other ? (above[at - 1] ?? 0) + 1 : Math.max(above[at]!, row[at - 1] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}

/** Where a minutes line should lead: what the labels say, else where it does lead. */
function rightTarget(
  line: MinutesLine,
  report: Minutes,
  whole: Repository,
  right: ReadonlyMap<string, string>,
): string | undefined {
  const number = new LineIndex(report.text).lineAt(line.span.start) + 1
  return right.get(`${report.path}:${number}`) ?? targetOf(line, report, whole)
}

function targetOf({ link }: MinutesLine, { text, path }: Minutes, whole: Repository): string | undefined {
  const target = link && whole.targetOf(slice(text, link.destination), path)
  return target && 'path' in target && whole.files.has(target.path) ? target.path : undefined
}

/** The labels of real minutes that stand beside them: the path that a line should link. */
function rightTargets(folder: string, whole: Repository): ReadonlyMap<string, string> {
  const labels = (readIfThere(join(folder, '../truth.jsonl')) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return new Map(
    labels.flatMap(({ file, line, category, right }): [string, string][] => {
      if (!String(category).startsWith('minutes-link') || typeof right !== 'string') return []
      const target = whole.targetOf(right, file)
      return 'path' in target && whole.files.has(target.path) ? [[`${file}:${line}`, target.path]] : []
    }),
  )
}

function repositoryOf(summaries: Iterable<Summary>, settings: string | undefined): Repository {
  const read = (path: string) => (path === settingsFile ? settings : undefined)
  const files = { list: () => [], has: () => false, read }
  const log = { info: () => {}, warn: () => {} }
  const { repository } = new Workspace({ files, clock: { today: () => '2000-01-01' }, log, folderName: 'minutes' })
  for (const summary of summaries) repository.set(summary)
  return repository
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function share(work: string, likenesses: readonly Likeness[], pick: (one: Likeness) => Share): Figure {
  const shares = likenesses.map(pick)
  const right = shares.reduce((sum, one) => sum + one.right, 0)
  const all = shares.reduce((sum, one) => sum + one.all, 0)
  return {
    work,
    unit: '%',
    values: statisticsOf([(100 * right) / all]),
    results: { least: all, most: all, of: 'lines' },
  }
}
