import { daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import { sharedWords, wordsOfAction } from '../../repository/about-action.ts'
import type { SummaryClosing } from '../../repository/closing-summary.ts'
import { type KeyOf, retypedActions } from '../../repository/same-action.ts'
import type { Meeting } from '../../repository/series.ts'
import type { Summary } from '../../repository/summary.ts'
import type { SaidAction } from './said.ts'

/** An action in the minutes of one meeting. */
export interface Mention {
  readonly path: string
  readonly day: IsoDate
  readonly said: SaidAction
}

/** An action from the meeting that promised it to the last one that had it in its minutes; one mention at least. */
export interface Thread {
  readonly mentions: readonly [Mention, ...Mention[]]
}

/** What was last in minutes so long ago is not taken up again: then it is promised anew. */
const longestPause = 120
const mostMeetings = 8

interface Draft {
  readonly mentions: [Mention, ...Mention[]]
  /** The number of the last meeting that had it. */
  last: number
}

/**
 * The actions of a series, in the order in which they were promised: what later minutes retype is the same action. `saidIn` tells those of
 * one file.
 */
export function threadsOf(
  meetings: readonly Meeting[],
  saidIn: (summary: Summary) => readonly SaidAction[],
  keyOf: KeyOf,
): Thread[] {
  const threads: Draft[] = []
  let known: readonly Draft[] = []
  for (const [at, { path, day, summary }] of meetings.entries()) {
    const said = saidIn(summary)
    // What has not gone on for too long never does.
    known = known.filter((thread) => mayGoOn(thread, at, day))
    const retyped = retypedActions(
      known.map(({ mentions }) => mentions.at(-1)!.said.words),
      said.map(({ words }) => words),
    )
    const threadOf = new Map(retyped.map(({ earlier, later }) => [later, known[earlier]!]))
    const begun: Draft[] = []
    for (const [number, one] of said.entries()) {
      const mention = { path, day, said: one }
      const thread = threadOf.get(number)
      if (!thread || (isClosed(thread) && !one.done)) {
        begun.push({ mentions: [mention], last: at })
        continue
      }
      thread.mentions.push(mention)
      thread.last = at
    }
    const waiting = known.filter((thread) => thread.last < at && !isClosed(thread))
    for (const closing of summary.closings) {
      const thread = closedBy(closing, waiting, keyOf)
      if (!thread) continue
      const { said } = thread.mentions.at(-1)!
      const closed = { ...said, action: { ...said.action, marker: closing.marker }, done: true }
      thread.mentions.push({ path, day, said: closed })
    }
    threads.push(...begun)
    known = [...known, ...begun]
  }
  return threads
}

function mayGoOn({ mentions, last }: Draft, meeting: number, day: IsoDate): boolean {
  const pause = meeting - last
  const before = mentions.at(-1)!
  if (pause > mostMeetings || daysBetween(before.day, day) > longestPause) return false
  // A single word is known again from one meeting to the next alone.
  return before.said.words.words.length > 1 || pause === 1
}

/** The open action that a closing in later minutes means: that of which the most words stand in it. */
function closedBy({ line, owners }: SummaryClosing, waiting: readonly Draft[], keyOf: KeyOf): Draft | undefined {
  const words = wordsOfAction(line)
  const keys = owners.map(keyOf)
  let found: Draft | undefined
  let most = 0
  for (const thread of waiting) {
    const { said } = thread.mentions.at(-1)!
    const own = isClosed(thread) ? undefined : wordsOfAction(said.text)
    if (!own || own.size < fewestWords) continue
    const isByOwner = said.words.owners.some((owner) => keys.includes(owner))
    if (keys.length && said.byHandle && !isByOwner) continue
    const share = sharedWords(own, words)
    if (share <= most || share < (isByOwner ? mostOfOwner : mostOfAnybody)) continue
    found = thread
    most = share
  }
  return found
}

/** A single word may well be said of something else. */
const fewestWords = 2
/** So many of an action's words stand in what closes it, where its owner is named and where nobody is. */
const mostOfOwner = 0.6
const mostOfAnybody = 0.8

function isClosed({ mentions }: Draft): boolean {
  return mentions.at(-1)!.said.done
}
