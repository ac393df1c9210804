import { addDays, daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import { liesFarAhead } from '../../minutes/meeting-date.ts'
import { longestPause, type Meetings, nextDays } from '../../repository/rhythm.ts'
import type { Series } from '../../repository/series.ts'

/** A day for which minutes may be made. */
export interface OfferedDay {
  readonly day: IsoDate
  /** Whether it is the team's next meeting, one after that, today, or one of which there are no minutes. */
  readonly what: 'next' | 'later' | 'today' | 'missing'
}

const upcoming = 3
const mostMissing = 3
const week = 7

/** The days for which a team may want minutes that are not there yet, one at least, the likeliest first: its next meeting from today on. */
export function offeredDays(series: Series, today: IsoDate): OfferedDay[] {
  const { weekday } = series
  // A year that somebody has mistyped tells nothing.
  const meetings = series.meetings.filter(({ day }) => !liesFarAhead(day, today))
  const written = new Set(meetings.map(({ day }) => day))
  const expected = expectedDays({ meetings, weekday }, today).filter((day) => !written.has(day))
  const coming = expected.filter((day) => day >= today).slice(0, upcoming)
  const missing = expected.filter((day) => day < today).slice(-mostMissing)
  const isFree = !written.has(today) && !coming.includes(today)
  return [
    ...coming.map((day, at): OfferedDay => ({ day, what: at ? 'later' : 'next' })),
    ...(isFree ? [{ day: today, what: 'today' } as const] : []),
    ...missing.reverse().map((day): OfferedDay => ({ day, what: 'missing' })),
  ]
}

/** The last day from today on of which there are minutes already. */
export function lastPrepared({ meetings }: Series, today: IsoDate): IsoDate | undefined {
  return meetings.findLast(({ day }) => day >= today && !liesFarAhead(day, today))?.day
}

/** The days since the last meeting, and some to come, on which the team should have met or will; some of them are later than all of its minutes. */
function expectedDays(series: Meetings, today: IsoDate): IsoDate[] {
  const last = series.meetings.findLast(({ day }) => day <= today)?.day ?? series.meetings[0]?.day
  if (last === undefined) return []
  const prepared = series.meetings.filter(({ day }) => day > last).map(({ day }) => day)
  const pause = Math.max(0, daysBetween(last, today))
  const days = pause > longestPause ? [] : nextDays(series, last, Math.ceil(pause / week) + upcoming + prepared.length)
  if (days.some((day) => day >= today && !prepared.includes(day))) return days
  const first = weeklyAfter(prepared.at(-1) ?? last, today)
  return Array.from({ length: upcoming }, (_, at) => addDays(first, at * week))
}

/** The first day behind that of a meeting, from today on, that has its weekday. */
function weeklyAfter(meeting: IsoDate, today: IsoDate): IsoDate {
  const weeks = Math.ceil(daysBetween(meeting, today) / week)
  return addDays(meeting, Math.max(1, weeks) * week)
}
