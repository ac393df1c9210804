import { getOrInsert } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import type { SummaryHeading } from '../../repository/summary.ts'
import { topicsOf } from '../../repository/topics.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { lineAround } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'

/** So many meetings tell how minutes of the series are divided now. */
const telling = 5
const longestList = 30

/**
 * On the line of a heading: the headings that minutes of the series usually have and these lack, in their order, then the topics of the
 * previous meeting. `undefined` elsewhere.
 */
export function completeHeading({ minutes, repository, offset, today }: Place): Completion[] | undefined {
  const { text, facts, path } = minutes
  const line = lineAround(text, offset)
  const [written, marks, title] = /^(#{1,6})(?:[ \t]+(.*)|$)/.exec(slice(text, line)) ?? []
  if (written === undefined || offset !== line.end || isLiteral(facts, line.start)) return undefined
  // The first heading is the title of the minutes.
  if (minutes.kind !== 'minutes' || minutes.deck || !hasHeadingBefore(minutes, line.start)) return undefined
  const typed = (title ?? '').toLowerCase()
  // Behind `:` and the like, editors ask by themselves and choose the first line: whoever types a title wants none then.
  if (/[^\s\p{L}\p{N}]$/u.test(typed)) return undefined
  const before = meetingsBefore(path, repository, repository.dayOf(path) ?? today)
  const sameDepth = ({ depth }: Heading) => Number(depth !== marks!.length)
  return missingHeadings(minutes, line.start, before, repository)
    .filter((heading) => begins(heading.title, typed))
    .sort((a, b) => sameDepth(a) - sameDepth(b))
    .slice(0, longestList)
    .map(({ title, depth, standing }): Completion => {
      return {
        kind: 'title',
        label: `${'#'.repeat(depth)} ${title}`,
        description: standing ? '' : 'previous meeting',
        detail: standing ? 'These minutes usually have it' : 'A topic of the previous meeting',
        span: line,
        newText: `${'#'.repeat(depth)} ${title}`,
        filterText: `${marks} ${title}`,
        // An editor would take other letters for a part of it, and Enter for a choice.
        asksAgain: true,
      }
    })
}

/** The topics of the previous meeting that these minutes do not have yet. */
export function openTopics({ minutes, repository, today }: Place): string[] {
  const before = meetingsBefore(minutes.path, repository, repository.dayOf(minutes.path) ?? today)
  return missingHeadings(minutes, -1, before, repository)
    .filter(({ standing }) => !standing)
    .map(({ title }) => title)
}

/** Whether a title or a later word of it begins with what has been typed, and is not that itself. `typed` is in small letters. */
export function begins(title: string, typed: string): boolean {
  const lower = title.toLowerCase()
  return lower !== typed && (lower.startsWith(typed) || lower.includes(` ${typed}`))
}

interface Heading extends Pick<SummaryHeading, 'title' | 'depth'> {
  readonly standing: boolean
}

/** What the minutes lack, beside the heading that begins at `here`. */
function missingHeadings(
  { facts }: Minutes,
  here: number,
  before: readonly Meeting[],
  repository: Repository,
): Heading[] {
  const present = new Set(
    facts.headings.filter(({ span }) => span.start !== here).map(({ title }) => title.toLowerCase()),
  )
  const [previous] = before
  if (!previous) return []
  const series = repository.seriesOf(previous.path)
  const standing = inOrder(
    before.map(({ summary }) => summary.headings.filter(({ title }) => series.isStanding(title))),
  )
  const topics = new Set(topicsOf(previous.summary, series))
  const told = previous.summary.headings.filter(({ title }) => topics.has(title))
  const missing = new Map<string, Heading>()
  const add = ({ title, depth }: SummaryHeading, isStanding: boolean) => {
    const isThere = !title || present.has(title.toLowerCase()) || missing.has(title)
    if (!isThere) missing.set(title, { title, depth, standing: isStanding })
  }
  for (const heading of standing) add(heading, true)
  for (const heading of told) add(heading, false)
  return [...missing.values()]
}

/** All headings in the order of the first list; what others have beside these stands behind what comes before it there. */
function inOrder(lists: readonly (readonly SummaryHeading[])[]): SummaryHeading[] {
  const begin: Placed = { heading: undefined, next: undefined }
  const known = new Map<string, Placed>()
  for (const headings of lists) {
    let before = begin
    for (const heading of headings) {
      before = getOrInsert(known, heading.title, () => {
        before.next = { heading, next: before.next }
        return before.next
      })
    }
  }
  const order: SummaryHeading[] = []
  for (let at = begin.next; at?.heading; at = at.next) order.push(at.heading)
  return order
}

/** A heading, and the one behind it. */
interface Placed {
  readonly heading: SummaryHeading | undefined
  next: Placed | undefined
}

function hasHeadingBefore({ facts }: Minutes, start: number): boolean {
  return facts.headings.some(({ span }) => span.start < start)
}

/** The last minutes of the series before a day that are no decks, the latest first. */
function meetingsBefore(path: string, repository: Repository, day: string): Meeting[] {
  const { meetings } = repository.seriesOf(path)
  return meetings
    .filter((meeting) => meeting.day < day && meeting.path !== path && !meeting.summary.deck)
    .slice(-telling)
    .reverse()
}
