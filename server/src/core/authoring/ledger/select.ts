import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { nameOf } from '../../text/path.ts'
import { isOpen, type LedgerAction } from './ledger.ts'

/** What somebody wants to see of the ledger; what is absent does not matter. */
export interface Selection {
  /** Those that are still to be done. */
  readonly open?: boolean
  /** A handle, with or without `@`, or a name where the minutes have no handles. */
  readonly owner?: string | undefined
  /** A team's name, or the folder of its minutes. */
  readonly team?: string | undefined
}

export function selected(
  actions: readonly LedgerAction[],
  { open, owner, team }: Selection,
  repository: Repository,
): LedgerAction[] {
  return actions.filter(
    (action) =>
      (!open || isOpen(action)) &&
      (owner === undefined || isOwnedBy(action, owner, repository)) &&
      (team === undefined || isOfTeam(action, team)),
  )
}

/** Whether somebody promised an action. All handles of a person count, and a handle's capitals do not. */
export function isOwnedBy({ owners, byHandle }: LedgerAction, owner: string, { people }: Repository): boolean {
  const name = owner.replace(/^@/, '')
  const keyOf = (handle: string) => people.of(handle)?.key ?? handle.toLowerCase()
  if (byHandle) return owners.some((handle) => keyOf(handle) === keyOf(name))
  return !owner.startsWith('@') && owners.some((one) => one.toLowerCase() === name.toLowerCase())
}

/** "Team Harbour", "harbour" and the folder `teams/harbour` name one team. */
export function isOfTeam({ team, last }: LedgerAction, asked: string): boolean {
  const name = asked.toLowerCase().replace(/\/+$/, '')
  const folder = seriesFolderOf(last.path).toLowerCase()
  const full = team.toLowerCase()
  return [full, full.replace(/^(?:team|sig|wg|group) /, ''), folder, nameOf(folder)].includes(name)
}
