import { summaryActionName } from '../../repository/action-name.ts'
import type { SummaryAction } from '../../repository/action-summary.ts'
import { type ActionWords, actionWords, type KeyOf, withoutState } from '../../repository/same-action.ts'
import { type PlacedHeading, placedHeadings, type Summary } from '../../repository/summary.ts'
import { lastUpTo } from '../../text/search.ts'

/** An action as minutes have it, however often they say it. */
export interface SaidAction {
  /** The first place that says it. */
  readonly action: SummaryAction
  readonly words: ActionWords
  /** The handles of those who promised it, without `@`, or a name. */
  readonly owners: readonly string[]
  readonly byHandle: boolean
  /** What is to be done, as a reader sees it; never empty. */
  readonly text: string
  readonly done: boolean
  readonly dropped: boolean
}

/** The actions of a file, each once: minutes repeat them at the end, or mark one line twice. */
export function saidIn(summary: Summary, keyOf: KeyOf): SaidAction[] {
  const said: SaidAction[] = []
  // Hardly any action says so little that the heading above it is asked for.
  let headings: readonly PlacedHeading[] | undefined
  const titleAbove = (offset: number) => {
    headings ??= placedHeadings(summary)
    return lastUpTo(headings, offset, ({ start }) => start)?.title ?? ''
  }
  for (const action of summary.actions) {
    const text = textOf(action, titleAbove)
    if (!text) continue
    const { owners, name, done, dropped } = action
    const byHandle = owners.length > 0
    const words = actionWords(action, keyOf)
    const now = { action, words, owners: byHandle || !name ? owners : [name], byHandle, text, done, dropped }
    const at = said.findLastIndex((known) => isRepeated(known, now))
    if (at < 0) said.push(now)
    else said[at] = joined(said[at]!, now)
  }
  return said
}

/** Where nothing is said, the heading above says what it is about. */
function textOf(action: SummaryAction, titleAbove: (offset: number) => string): string {
  const said = trimmed(withoutState(summaryActionName(action)))
  if (/[\p{L}\p{N}]/u.test(said)) return said
  const hasOwner = action.owners.length > 0 || action.name !== undefined
  return hasOwner ? titleAbove(action.marker.start) : ''
}

function trimmed(text: string): string {
  return text.replace(/^[\s,;:–—>-]{1,8}|\s?[([](?:AI|action item)s?:?\s?$|[\s,;:–—>-]{1,8}$/gi, '')
}

/** "TODO: oil the hooks (AI @x)" is one action, and so are two with the same words. */
function isRepeated({ action: known, words: one }: SaidAction, { action, words: other }: SaidAction): boolean {
  const isSame = one.words.length >= fewestWords && one.words.join(' ') === other.words.join(' ')
  if (known.start !== action.start && !isSame) return false
  return !one.owners.length || !other.owners.length || one.owners.some((owner) => other.owners.includes(owner))
}

/** A word or two, as in "review", may well be said of two things in one meeting. */
const fewestWords = 3

function joined(known: SaidAction, now: SaidAction): SaidAction {
  const { owners, byHandle } = known.byHandle || !now.owners.length ? known : now
  const words = { ...known.words, owners: (known.words.owners.length ? known : now).words.owners }
  return { ...known, words, owners, byHandle, done: known.done || now.done, dropped: known.dropped || now.dropped }
}
