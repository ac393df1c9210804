import { weekdayOf } from '../../minutes/calendar.ts'
import { issuesOf } from '../../minutes/issue.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { isWeekday } from '../../minutes/misnamed-day.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import type { Issue } from '../../repository/issue.ts'
import type { Repository } from '../../repository/repository.ts'
import { linkAround } from '../../syntax/link.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { lineAround } from '../../text/lines.ts'
import { shortened } from '../../text/shortened.ts'
import { type Span, slice } from '../../text/span.ts'

/** A few words that stand behind a place, in the editor alone. */
export interface Hint {
  readonly kind: HintKind
  readonly offset: number
  readonly label: string
  /** What there is to say more; empty where the label says all. */
  readonly tooltip: string
}

/** `weekdays`: behind dates; `titles`: behind bare URLs of issues. */
export type HintKind = 'weekdays' | 'titles'

const longestTitle = 60

/** The hints of a part of a text, in its order. `wanted` has the kinds that somebody wants to see. */
export function hintsIn(minutes: Minutes, repository: Repository, part: Span, wanted: ReadonlySet<HintKind>): Hint[] {
  const lines = {
    start: lineAround(minutes.text, part.start).start,
    end: lineAround(minutes.text, part.end).end,
  }
  const hints = [
    ...(wanted.has('weekdays') ? weekdays(minutes, lines) : []),
    ...(wanted.has('titles') ? titles(minutes, repository, lines) : []),
  ]
  return hints.sort((a, b) => a.offset - b.offset)
}

const wordBefore = /(\p{L}{2,10})[.,]{0,2}[ \t(–-]{0,3}$/u
const wordBehind = /^[ \t,(–-]{0,4}(\p{L}{2,10})/u
const farthest = 16

/** Dates that have one reading, and no weekday beside them: a day by its number says little to who remembers meetings. */
function weekdays({ text, facts }: Minutes, lines: Span): Hint[] {
  return writtenDates(slice(text, lines)).flatMap(({ span, readings }): Hint[] => {
    const [day] = readings
    const start = lines.start + span.start
    const end = lines.start + span.end
    if (readings.length > 1 || isLiteral(facts, start) || linkAround(facts.links, start)) return []
    const before = text.slice(Math.max(lines.start, start - farthest), start)
    // What stands in a path or a longer word is a name.
    if (/[\p{L}\p{N}/_-]$/u.test(before) || /^(?:[\p{L}\p{N}/_-]|\.\p{L})/u.test(text.slice(end, end + 2))) return []
    if (isWeekdayNamed(before, text.slice(end, end + farthest))) return []
    return [{ kind: 'weekdays', offset: end, label: weekdayOf(day!), tooltip: '' }]
  })
}

function isWeekdayNamed(before: string, behind: string): boolean {
  const words = [wordBefore.exec(before)?.[1], wordBehind.exec(behind)?.[1]]
  return words.some((word) => word !== undefined && isWeekday(word))
}

function titles({ text, facts }: Minutes, { issues }: Repository, lines: Span): Hint[] {
  const bare = facts.links.filter(
    ({ kind, span }) =>
      (kind === 'literal' || kind === 'autolink') && lines.start <= span.start && span.end <= lines.end,
  )
  return issuesOf(text, { links: bare, headings: facts.headings }).flatMap(({ issue, span }): Hint[] => {
    const title = issues.of(issue)?.title
    if (title === undefined || saysTitle(text, span, title)) return []
    const label = shortened(title, longestTitle)
    return [{ kind: 'titles', offset: span.end, label, tooltip: label === title ? '' : title }]
  })
}

/** Whoever has written the title beside the URL needs none. */
function saysTitle(text: string, span: Span, title: Issue['title'] & string): boolean {
  return slice(text, lineAround(text, span.start)).toLowerCase().includes(title.toLowerCase())
}
