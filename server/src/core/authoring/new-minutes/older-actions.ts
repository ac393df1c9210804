import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { isOpen, type LedgerAction, ledgerOf } from '../ledger/ledger.ts'
import { modelFor } from './model.ts'
import type { Asked } from './new-minutes.ts'

/**
 * The actions of a team that somebody promised, that are still open, and that the minutes of a day are not given: the last ones do not have them.
 * Whether they are forgotten or have been let go, only the team knows.
 */
export function olderActions({ folder, day, today }: Asked, repository: Repository): LedgerAction[] {
  const series = repository.series(folder)
  const last = series && modelFor(series, day)?.last.day
  if (last === undefined) return []
  const isOlder = (action: LedgerAction) => seriesFolderOf(action.last.path) === folder && action.last.day < last
  return ledgerOf(repository, today).filter((action) => isOlder(action) && isOpen(action) && action.owners.length > 0)
}
