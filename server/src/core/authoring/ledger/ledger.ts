import { addTo, getOrInsert } from '../../collections.ts'
import { daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import type { Derived } from '../../repository/derived.ts'
import { fingerprintOf } from '../../repository/fingerprint.ts'
import type { Repository } from '../../repository/repository.ts'
import type { KeyOf } from '../../repository/same-action.ts'
import { type Meeting, seriesFolderOf } from '../../repository/series.ts'
import type { Summary } from '../../repository/summary.ts'
import { teamName } from '../../repository/team-name.ts'
import { compareTexts } from '../../text/order.ts'
import type { Span } from '../../text/span.ts'
import { type SaidAction, saidIn } from './said.ts'
import { type Mention, type Thread, threadsOf } from './threads.ts'

/**
 * How far an action is, as the last minutes that have it say: `open` when it was promised and no later minutes take it up, `carried` when
 * later ones do and it is not done, `done`, or `dropped` when they say that nobody will do it.
 */
export type ActionState = 'open' | 'carried' | 'done' | 'dropped'

/** An action of the repository, with all minutes that have it. */
export interface LedgerAction {
  /** Stays the same while the action is carried, and wherever it stands in the file. No two actions have the same. */
  readonly id: string
  /** Handles without `@`, or the name of a person or a team where the minutes have no handle; empty when nobody owns it. */
  readonly owners: readonly string[]
  /** Whether the owners are handles. */
  readonly byHandle: boolean
  /** What is to be done, as a reader sees it. */
  readonly text: string
  /** The name of the team that promised it. */
  readonly team: string
  readonly state: ActionState
  /** Where it was promised. */
  readonly origin: LedgerPlace
  /** The last place that has it: the origin, or where it was carried to. */
  readonly last: LedgerPlace
  /** All places that have it, the origin first and the last one last. */
  readonly places: readonly LedgerPlace[]
  /** How many days it has been waiting for, or had to wait; 0 at least. */
  readonly age: number
}

export interface LedgerPlace {
  readonly path: string
  readonly day: IsoDate
  /** The action's marker in the text. */
  readonly span: Span
}

/** Every action of the minutes of a repository, in the order in which they were promised. */
export function ledgerOf(repository: Repository, today: IsoDate): LedgerAction[] {
  const threads = repository.derived(SeriesThreads)
  const keyOf = (handle: string) => repository.people.of(handle)?.key ?? handle.toLowerCase()
  const actions = repository.seriesFolders.flatMap((folder) => {
    const { meetings } = repository.series(folder)!
    const team = teamName(folder, meetings.at(-1)!.day, repository)
    return threads.of(folder, meetings, keyOf).map((thread) => actionOf(thread, team, today))
  })
  return actions.sort((a, b) => compareTexts(a.origin.day, b.origin.day))
}

/** The action that has a place on the line of a file that holds an offset. */
export function actionOnLine(
  path: string,
  offset: number,
  repository: Repository,
  today: IsoDate,
): LedgerAction | undefined {
  const lines = repository.summary(path)?.lines
  const line = lines?.lineAt(offset)
  const isHere = (place: LedgerPlace) => place.path === path && lines?.lineAt(place.span.start) === line
  return ledgerOf(repository, today).find(({ places }) => places.some(isHere))
}

export function isOpen({ state }: LedgerAction): boolean {
  return state === 'open' || state === 'carried'
}

interface IdentifiedThread extends Thread {
  readonly id: string
}

/** The id tells folder, day and words of the promise. Where all are the same, a number is added. */
function identified(folder: string, threads: readonly Thread[]): IdentifiedThread[] {
  const counts = new Map<string, number>()
  return threads.map((thread) => {
    const [{ day, said }] = thread.mentions
    const { fingerprint } = fingerprintOf([folder, ...said.owners, said.text].join('\n'))
    const id = `${day}-${fingerprint.replace(':', '-')}`
    addTo(counts, id, 1)
    const count = counts.get(id)!
    return { ...thread, id: count > 1 ? `${id}-${count}` : id }
  })
}

/** What each file says, and the threads of each series, until a file changes. */
class SeriesThreads implements Derived {
  readonly #said = new Map<string, readonly SaidAction[]>()
  readonly #threads = new Map<string, readonly IdentifiedThread[]>()

  replace(path: string): void {
    this.#said.delete(path)
    this.#threads.delete(seriesFolderOf(path))
  }

  of(folder: string, meetings: readonly Meeting[], keyOf: KeyOf): readonly IdentifiedThread[] {
    const saidOnce = (summary: Summary) => getOrInsert(this.#said, summary.path, () => saidIn(summary, keyOf))
    return getOrInsert(this.#threads, folder, () => identified(folder, threadsOf(meetings, saidOnce, keyOf)))
  }
}

function actionOf({ id, mentions }: IdentifiedThread, team: string, today: IsoDate): LedgerAction {
  const [first, last] = [mentions[0], mentions.at(-1)!]
  const places = mentions.map(placeOf)
  const owned = mentions.findLast(({ said }) => said.owners.length) ?? last
  const { done, dropped, text } = last.said
  const state = dropped ? 'dropped' : done ? 'done' : mentions.length > 1 ? 'carried' : 'open'
  return {
    id,
    owners: owned.said.owners,
    byHandle: owned.said.byHandle,
    text,
    team,
    state,
    origin: places[0]!,
    last: places.at(-1)!,
    places,
    age: Math.max(0, daysBetween(first.day, done ? last.day : today)),
  }
}

function placeOf({ path, day, said }: Mention): LedgerPlace {
  return { path, day, span: said.action.marker }
}
