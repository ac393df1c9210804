import type { LedgerAction } from '../../core/authoring/ledger/ledger.ts'
import { toDoList } from '../../core/authoring/ledger/to-do-list.ts'
import type { IsoDate } from '../../core/minutes/calendar.ts'
import type { Repository } from '../../core/repository/repository.ts'
import { csvLine } from '../../core/text/csv.ts'
import { printableJson } from '../printable.ts'

/** The actions of a repository that somebody wants to see. */
export interface ListedActions {
  /** The repository's absolute path. */
  readonly root: string
  readonly repository: Repository
  readonly actions: readonly LedgerAction[]
}

export interface ListingOptions {
  readonly cwd: string
  readonly colours: boolean
  readonly today: IsoDate
}

/** Prints actions in one format; the text ends with a line end. */
export type ActionFormat = (lists: readonly ListedActions[], options: ListingOptions) => string

/** The format for programs. Lines count from 1, paths are relative to the repository, which `root` names where there are several. */
export const jsonActions: ActionFormat = (lists, { today }) => {
  const actions = lists.flatMap(({ root, repository, actions }) =>
    actions.map(({ id, owners, byHandle, text, team, state, age, places, origin, last }) => ({
      ...(lists.length > 1 && { root }),
      id,
      state,
      owners: byHandle ? owners.map((owner) => `@${owner}`) : owners,
      text,
      team,
      days: age,
      meetings: places.length,
      origin: { file: origin.path, line: lineOf(origin, repository), date: origin.day },
      last: { file: last.path, line: lineOf(last, repository), date: last.day },
    })),
  )
  return `${printableJson({ version: 1, today, actions })}\n`
}

/** The format for spreadsheets. Handles have no `@`, which would begin a formula. */
export const csvActions: ActionFormat = (lists) => {
  const head = [
    'state',
    'owners',
    'action',
    'team',
    'days',
    'promised',
    'file',
    'line',
    'last',
    'last file',
    'last line',
  ]
  const rows = lists.flatMap(({ repository, actions }) =>
    actions.map(({ owners, text, team, state, age, origin, last }) => [
      state,
      owners.join(', '),
      text,
      team,
      age,
      origin.day,
      origin.path,
      lineOf(origin, repository),
      last.day,
      last.path,
      lineOf(last, repository),
    ]),
  )
  return [head, ...rows].map(csvLine).join('')
}

/** The format for calendars. */
export const icsActions: ActionFormat = (lists, { today }) => {
  const all = lists.flatMap(({ repository, actions }) => actions.map((action) => ({ action, repository })))
  return toDoList(
    all.map(({ action, repository }) => ({ action, repository: repository.name, forge: repository.forge })),
    today,
  )
}

export function lineOf({ path, span }: LedgerAction['last'], repository: Repository): number {
  return repository.summary(path)!.lines.lineAt(span.start) + 1
}
