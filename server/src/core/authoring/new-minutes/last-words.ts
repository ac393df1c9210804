import type { Action } from '../../minutes/action.ts'
import { isTitleOfActions } from '../../minutes/action-item.ts'
import type { SummaryAction } from '../../repository/action-summary.ts'
import { ownership } from '../../repository/owner-habit.ts'
import type { Repository } from '../../repository/repository.ts'
import { type ActionWords, actionWords, type KeyOf } from '../../repository/same-action.ts'
import type { Meeting } from '../../repository/series.ts'
import { placedHeadings, type Summary } from '../../repository/summary.ts'
import { lastUpTo } from '../../text/search.ts'
import { type SaidAction, saidIn } from '../ledger/said.ts'
import { type Mention, threadsOf } from '../ledger/threads.ts'

/** Whether the file `path` is the last one that has an action of it. */
export type IsLastWord = (action: Action, path: string) => boolean

/**
 * Of some meetings of a series, in their order: later ones may have typed an action again, open or done. That something like it was done is no more
 * than a guess: an action that is carried once too often is struck out, one that is lost is forgotten.
 */
export function lastWords(meetings: readonly Meeting[], repository: Repository): IsLastWord {
  const [first] = meetings
  if (!first || meetings.length < 2) return () => true
  const keyOf = (handle: string) => repository.people.of(handle)?.key ?? handle.toLowerCase()
  const promises = new Map(meetings.map(({ path, summary }) => [path, promisesIn(summary, keyOf)]))
  const said = ({ path }: Summary) => promises.get(path)!.flatMap(({ said }) => said ?? [])
  const unclosed = meetings.map((meeting) => ({ ...meeting, summary: { ...meeting.summary, closings: [] } }))
  const hasOwner = ownership(repository.seriesOf(first.path))
  // What nobody owns is not carried: it takes no place of what somebody does.
  const isTold = ({ said: { done, owners, byHandle } }: Mention) =>
    done || hasOwner({ owners: byHandle ? owners : [], name: byHandle ? undefined : owners[0] })
  const goneOn = threadsOf(unclosed, said, keyOf).flatMap(({ mentions }) =>
    mentions.slice(0, Math.max(0, mentions.findLastIndex(isTold))),
  )
  const gone = new Set(goneOn.map(({ said }) => said.action))
  return ({ marker }, path) => {
    const isPlace = (place: SummaryAction) => place.marker.start === marker.start
    const promise = promises.get(path)?.find(({ places }) => places.some(isPlace))
    return !promise?.said || !gone.has(promise.said.action)
  }
}

/** An action of a file with all places that have it, and what they say; that is `undefined` where they say nothing. */
interface Promised {
  readonly places: SummaryAction[]
  readonly said: SaidAction | undefined
}

/** Minutes repeat what was promised in the list of their actions. Elsewhere they may well have two actions of the same words. */
function promisesIn(summary: Summary, keyOf: KeyOf): Promised[] {
  const headings = placedHeadings(summary)
  const isListed = ({ marker }: SummaryAction) =>
    isTitleOfActions(lastUpTo(headings, marker.start, ({ start }) => start)?.title ?? '')
  const isRepeated = (place: SummaryAction, known: SummaryAction[]) => {
    if (known.some(({ start }) => start === place.start)) return place.text.start >= place.text.end
    const listed = isListed(place)
    const words = actionWords(place, keyOf)
    return known.every((one) => isListed(one) !== listed && isAlike(actionWords(one, keyOf), words))
  }
  const all: SummaryAction[][] = []
  for (const action of summary.actions) {
    const known = all.find((places) => isRepeated(action, places))
    if (known) known.push(action)
    else all.push([action])
  }
  return all.map((places) => {
    const [said] = saidIn({ ...summary, actions: places }, keyOf)
    return { places, said: said && { ...said, done: places.some(({ done }) => done) } }
  })
}

function isAlike(one: ActionWords, other: ActionWords): boolean {
  const isSame = one.words.join(' ') === other.words.join(' ')
  return (
    isSame && (!one.owners.length || !other.owners.length || one.owners.some((owner) => other.owners.includes(owner)))
  )
}
