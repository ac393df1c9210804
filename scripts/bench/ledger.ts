import { existsSync } from 'node:fs'
import { ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { labelsFile, readLabels, recognitionOf } from './carried.ts'
import { type Figure, type Goal, timesFigure } from './figure.ts'
import { statisticsOf } from './statistics.ts'
import { labelledFolder, minutesIn } from './subject.ts'

const rounds = 20
const today = '2024-01-01'

/**
 * How often the ledger knows an action again that later minutes carry on, on minutes that a person has labelled, and how fast it comes up: of a
 * repository whose files have been read, and after a change of one of them.
 */
export function measureLedger(folder: string): { readonly files: number; readonly figures: Figure[] } {
  const summaries = minutesIn(folder).map((minutes) => summarise(minutes))
  const repositories = Array.from({ length: rounds }, () => repositoryOf(summaries))
  const largest = mostActions(repositories[0]!)
  const list = (repository: Repository) => timed(() => ledgerOf(repository, today).length)
  const first = repositories.map(list)
  const again = repositories.map((repository) => {
    repository.set(largest)
    return list(repository)
  })
  return {
    files: summaries.length,
    figures: [
      ...(folder === labelledFolder && existsSync(labelsFile) ? recognition(repositories[0]!) : []),
      timesFigure('ledger of all files, from their summaries', first, 'actions'),
      timesFigure('ledger after a change of a file', again, 'actions', { value: 'p95', atMost: 20 }),
    ],
  }
}

function recognition(repository: Repository): Figure[] {
  const { recognised, missed, wrong, confused } = recognitionOf(repository, readLabels())
  for (const pair of wrong) console.error(`Taken for one action: ${pair}`)
  for (const pair of confused) console.error(`Not told apart: ${pair}`)
  return [
    share('carried on and recognised', recognised.length, recognised.length + missed.length, 85),
    share('recognised and right', recognised.length, recognised.length + wrong.length, 95),
  ]
}

function share(work: string, count: number, of: number, atLeast: number): Figure {
  const goal: Goal = { value: 'median', atLeast }
  return {
    work,
    unit: '%',
    values: statisticsOf([(100 * count) / of]),
    results: { least: of, most: of, of: 'actions' },
    goal,
  }
}

/** A file of the series with the most actions: to it a change matters most. */
function mostActions(repository: Repository): Summary {
  const countOf = (folder: string) =>
    repository.series(folder)!.meetings.reduce((sum, { summary }) => sum + summary.actions.length, 0)
  const [folder] = [...repository.seriesFolders].sort((a, b) => countOf(b) - countOf(a))
  return repository.series(folder!)!.meetings.at(-1)!.summary
}

function repositoryOf(summaries: readonly Summary[]): Repository {
  const files = { list: () => [], has: () => false, read: () => undefined }
  const log = { info: () => {}, warn: () => {} }
  const { repository } = new Workspace({ files, clock: { today: () => today }, log, folderName: 'minutes' })
  for (const summary of summaries) repository.set(summary)
  return repository
}

function timed(work: () => number) {
  const start = performance.now()
  const count = work()
  return { milliseconds: performance.now() - start, count }
}
