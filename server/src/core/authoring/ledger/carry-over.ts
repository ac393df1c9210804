import type { Minutes } from '../../minutes/minutes.ts'
import { addAction } from '../../repository/carry-over.ts'
import type { Repository } from '../../repository/repository.ts'
import type { TextEdit } from '../../text/edit.ts'
import { carriedAction } from '../new-minutes/carried-actions.ts'
import type { Refusal } from '../refusal.ts'
import { isOpen, type LedgerAction } from './ledger.ts'

/** Where an action may be carried to: the path of the team's latest minutes, where they are later than the last ones that have it. */
export function carriesInto({ last }: LedgerAction, repository: Repository): string | undefined {
  const latest = repository.seriesOf(last.path).meetings.at(-1)
  return latest && latest.day > last.day ? latest.path : undefined
}

/** Adds an action to later minutes of its team, as it was last written. `from` are the minutes that have it last. */
export function carryOver(
  action: LedgerAction,
  from: Minutes,
  into: Minutes,
  repository: Repository,
): TextEdit[] | Refusal {
  const { last, team } = action
  if (!isOpen(action)) return { refused: `This action is ${action.state}: there is nothing to carry over.` }
  if (last.path === into.path) return { refused: 'These minutes have the action already.' }
  const series = repository.seriesOf(last.path)
  const meeting = series.meetings.find(({ path }) => path === into.path)
  if (!meeting) return { refused: `These are no minutes of ${team}, which promised it. Open theirs.` }
  if (meeting.day <= last.day) {
    return { refused: `These minutes are older than those of ${last.day}, which have the action. Open later ones.` }
  }
  const line = carriedAction(last.span.start, from, into.path, repository)
  if (line === undefined) return { refused: 'The action is no longer there.' }
  const edit = addAction(into, line, series)
  return edit
    ? [edit]
    : {
        refused:
          'In these minutes code or a comment does not end, and would hide the action. End it, and carry it over then.',
      }
}

export function noLaterMinutes({ team, last }: LedgerAction): Refusal {
  return { refused: `${team} has no minutes later than ${last.day}. Begin the next ones, and carry it over then.` }
}
