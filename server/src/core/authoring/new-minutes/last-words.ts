import type { Action } from '../../minutes/action.ts'
import type { Repository } from '../../repository/repository.ts'
import { actionWords } from '../../repository/same-action.ts'
import type { Meeting } from '../../repository/series.ts'
import { saidIn } from '../ledger/said.ts'
import { threadsOf } from '../ledger/threads.ts'

/** Whether the file `path` is the last one that says anything of an action which it has. */
export type IsLastWord = (action: Action, path: string) => boolean

/** Of some meetings of a series, in their order: later ones may have an action too, or close it. */
export function lastWords(meetings: readonly Meeting[], repository: Repository): IsLastWord {
  if (meetings.length < 2) return () => true
  const keyOf = (handle: string) => repository.people.of(handle)?.key ?? handle.toLowerCase()
  const threads = threadsOf(meetings, (summary) => saidIn(summary, keyOf), keyOf)
  const goneOn = threads.flatMap(({ mentions }) => mentions.slice(0, -1))
  return ({ marker }, path) => {
    const action = repository.summary(path)?.actions.find((one) => one.marker.start === marker.start)
    if (!action) return true
    // Minutes repeat their actions at the end.
    const words = JSON.stringify(actionWords(action, keyOf))
    const isSame = ({ said }: (typeof goneOn)[number]) =>
      said.action.start === action.start || JSON.stringify(said.words) === words
    return !goneOn.some((mention) => mention.path === path && isSame(mention))
  }
}
