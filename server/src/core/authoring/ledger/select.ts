import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { nameOf } from '../../text/path.ts'
import { isOpen, type LedgerAction } from './ledger.ts'
import { isMineOf } from './mine.ts'

/** What somebody wants to see of the ledger; what is absent does not matter. */
export interface Selection {
  /** Those that are still to be done. */
  readonly open?: boolean
  /** A handle, with or without `@`, or a name. */
  readonly owner?: string | undefined
  /** A team's name, or the folder of its minutes. */
  readonly team?: string | undefined
}

export function selected(
  actions: readonly LedgerAction[],
  { open, owner, team }: Selection,
  repository: Repository,
): LedgerAction[] {
  const isOwned = isMineOf(owner === undefined ? [] : [owner], repository.people)
  return actions.filter(
    (action) =>
      (!open || isOpen(action)) &&
      (owner === undefined || isOwned(action)) &&
      (team === undefined || isOfTeam(action, team)),
  )
}

/** "Team Harbour", "harbour" and the folder `teams/harbour` name one team; `.` names that of the root. */
export function isOfTeam({ team, last }: LedgerAction, asked: string): boolean {
  const name = asked.toLowerCase().replace(/(?<!\/)\/+$/, '')
  const folder = seriesFolderOf(last.path).toLowerCase()
  const full = team.toLowerCase()
  return [full, full.replace(/^(?:team|sig|wg|group) /, ''), folder || '.', nameOf(folder)].includes(name)
}
