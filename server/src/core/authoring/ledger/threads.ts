import { daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import { retypedActions } from '../../repository/same-action.ts'
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
export function threadsOf(meetings: readonly Meeting[], saidIn: (summary: Summary) => readonly SaidAction[]): Thread[] {
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

function isClosed({ mentions }: Draft): boolean {
  return mentions.at(-1)!.said.done
}
