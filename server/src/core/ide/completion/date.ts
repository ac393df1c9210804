import { type IsoDate, weekdayOf } from '../../minutes/calendar.ts'
import { inFormOf } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { nextDays } from '../../repository/rhythm.ts'
import { isProse } from '../../syntax/prose.ts'
import { lineAround, lineBefore, lineBehind } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'

const shownDays = 3
const longestWord = 24

/**
 * In a date that is being typed, year first: the days of the series' meetings around the file's own. `undefined` where no date is typed, and
 * where none of them begins like that.
 */
export function completeDate(place: Place): Completion[] | undefined {
  const date = dateAt(place.minutes, place.offset)
  if (!date) return undefined
  const days = meetingDays(place).flatMap(({ day, what }): Completion[] => {
    const written = inFormOf(date.sample, day)
    if (!written.startsWith(date.typed) || written === date.typed) return []
    return [
      {
        kind: 'date',
        label: written,
        description: `${weekdayOf(day)} · ${what}`,
        detail: `${weekdayOf(day)} ${day}`,
        span: date.span,
        newText: written,
        filterText: written,
        // Whoever goes on typing may want another day, and Enter then begins a line.
        asksAgain: true,
      },
    ]
  })
  return days.length ? days : undefined
}

interface TypedDate {
  /** The digits that are there, wherever the caret is among them. */
  readonly span: Span
  readonly typed: string
  /** A date in the same form. */
  readonly sample: string
}

/** A year and a hyphen, or six digits, are enough. What stands behind other words, as in `CVE-2025-`, is none. */
const begun =
  /(?<![\p{L}\p{N}_/.#@:+~=-])(?:(?:19|20)[0-9]{2}-(?:[0-9]{1,2}|[0-9]{2}-[0-9]?)?|(?:19|20)[0-9]{4}[0-9]?)$/u

function dateAt({ text, facts }: Minutes, offset: number): TypedDate | undefined {
  const typed = begun.exec(slice(text, lineBefore(text, offset, longestWord)))?.[0]
  if (typed === undefined || !isProse(facts, offset - 1)) return undefined
  const rest = /^[0-9-]*/.exec(slice(text, lineBehind(text, offset, longestWord)))![0]
  const sample = typed.includes('-') ? '2000-01-01' : '20000101'
  if (typed.length + rest.length > sample.length) return undefined
  return { span: { start: offset - typed.length, end: offset + rest.length }, typed, sample }
}

interface NamedDay {
  readonly day: IsoDate
  readonly what: string
}

/** The likeliest first: in the file's title its own day, elsewhere the next and the previous one. */
function meetingDays({ minutes, repository, offset, today }: Place): NamedDay[] {
  const { path } = minutes
  const series = repository.seriesOf(path)
  const own = minutes.date?.iso
  const here = own ?? today
  const next = nextDays(series, here, shownDays).map((day, at) => ({
    day,
    what: at ? 'later meeting' : 'next meeting',
  }))
  const before = [...new Set(series.meetings.filter(({ day }) => day < here).map(({ day }) => day))].reverse()
  const previous = before
    .slice(0, shownDays)
    .map((day, at) => ({ day, what: at ? 'earlier meeting' : 'previous meeting' }))
  const these = own === undefined ? [] : [{ day: own, what: 'these minutes' }]
  const around = next.flatMap((day, at) => [day, ...previous.slice(at, at + 1)])
  const others = [...around, ...previous.slice(next.length)]
  return isTitle(minutes, offset) ? [...these, ...others] : [...others, ...these]
}

/** Whether an offset stands in the first heading, or where that will be. */
function isTitle({ text, facts }: Minutes, offset: number): boolean {
  const [first] = facts.headings
  const line = lineAround(text, offset)
  return first ? line.start <= first.span.start && first.span.start <= line.end : text.startsWith('#', line.start)
}
