import { addDays, daysBetween, type IsoDate, type Weekday, weekdayOf } from '../minutes/calendar.ts'
import { type Meeting, type Series, usualWeekday } from './series.ts'

/** So many of the last meetings tell how often a team meets now. */
const telling = 8
/** Fewer show no rhythm. */
const fewest = 3
const week = 7
/** Whoever has not met for so long has no rhythm any more. */
export const longestPause = 120

/** What tells when a team meets. */
export type Meetings = Pick<Series, 'meetings' | 'weekday'>

/** How often the meetings of a series are: every so many weeks, or on the same weekday of each month. */
type Rhythm = { readonly weeks: number } | { readonly ordinal: number }

/**
 * The days on which a team meets next after a day, as far as its last meetings tell: those of the minutes that are there already, then those that the
 * rhythm makes expect. A meeting that was moved moves no later one.
 */
export function nextDays(series: Meetings, day: IsoDate, count: number): IsoDate[] {
  const known = [...new Set(series.meetings.filter((meeting) => meeting.day > day).map((meeting) => meeting.day))]
  const days = known.slice(0, count)
  const { weekday } = series
  const rhythm = rhythmOf(lastDays(series, days.at(-1) ?? day))
  if (!weekday || !rhythm) return days
  while (days.length < count) {
    days.push(dayAfter(days.at(-1) ?? day, rhythm, weekday))
  }
  return days
}

/**
 * The days before another one on which a team should have met by the rhythm that it had then, and of which there are no minutes. A meeting is
 * that of the nearest such day. Where most meetings follow no rhythm, or the pause is a long one, none is expected; nobody knows of holidays.
 */
export function missedDays(meetings: readonly Meeting[], before: IsoDate): IsoDate[] {
  const days = [...new Set(meetings.map(({ day }) => day))].filter((day) => day <= before)
  return days.flatMap((day, at) => missedSince(day, days[at + 1], before, nearestDays(days, at)))
}

/** How many days lie between two meetings of a series as a rule, at the most; `undefined` where there is no rule. */
export function usualDistance(series: Meetings, until: IsoDate): number | undefined {
  const rhythm = rhythmOf(lastDays(series, until))
  return rhythm && ('weeks' in rhythm ? rhythm.weeks : 5) * week
}

/** The days since one meeting up to the next one, or up to a day, on which the team should have met. `around` has the days that tell how often it meets. */
function missedSince(day: IsoDate, next: IsoDate | undefined, before: IsoDate, around: readonly IsoDate[]): IsoDate[] {
  const until = next ?? before
  const pause = daysBetween(day, until)
  if (pause <= week || pause > longestPause) return []
  const rhythm = rhythmOf(around)
  const weekday = usualWeekday(around)
  if (!rhythm || !weekday || !isKept(rhythm, around)) return []
  const nearest = next === undefined ? 0 : (distanceOf(rhythm) * week) / 2
  const missed: IsoDate[] = []
  let expected = dayAfter(day, rhythm, weekday)
  while (daysBetween(expected, until) > nearest) {
    missed.push(expected)
    expected = dayAfter(expected, rhythm, weekday)
  }
  return missed
}

/** So many days as tell how often a team meets: as many before and behind the pause that follows the one at an index, where there are as many. */
function nearestDays(days: readonly IsoDate[], at: number): readonly IsoDate[] {
  const first = Math.max(0, Math.min(at + 1 - telling / 2, days.length - telling))
  return days.slice(first, first + telling)
}

function dayAfter(day: IsoDate, rhythm: Rhythm, weekday: Weekday): IsoDate {
  const next = 'weeks' in rhythm ? addDays(day, rhythm.weeks * week) : inNextMonth(day, rhythm.ordinal)
  const moved = nearestWeekday(next, weekday)
  return moved > day ? moved : addDays(moved, week)
}

/** How many weeks lie between two meetings, at the least. */
function distanceOf(rhythm: Rhythm): number {
  return 'weeks' in rhythm ? rhythm.weeks : 4
}

/** Whether most meetings follow the one before them as the rhythm has it, give or take a few days. */
function isKept(rhythm: Rhythm, days: readonly IsoDate[]): boolean {
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at]!, day))
  const kept = gaps.filter((gap) => Math.abs(gap - distanceOf(rhythm) * week) <= ('weeks' in rhythm ? 3 : week))
  return kept.length * 2 > gaps.length
}

/** The days of the last meetings up to a day, each once. */
function lastDays({ meetings }: Meetings, until: IsoDate): IsoDate[] {
  return [...new Set(meetings.filter(({ day }) => day <= until).map(({ day }) => day))].slice(-telling)
}

function rhythmOf(days: readonly IsoDate[]): Rhythm | undefined {
  if (days.length < fewest) return undefined
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at]!, day))
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1]!
  const ordinals = new Set(days.map(ordinalOf))
  if (usual > 4 * week - 1 && usual <= 5 * week && ordinals.size === 1) return { ordinal: [...ordinals][0]! }
  return { weeks: Math.max(1, Math.round(usual / week)) }
}

/** Whether it is the first, second … of its weekdays in the month, from 0 on. */
function ordinalOf(day: IsoDate): number {
  return Math.floor((Number(day.slice(8)) - 1) / week)
}

/** The middle of the week that holds the weekday with this ordinal in the month after that of a day. */
function inNextMonth(day: IsoDate, ordinal: number): IsoDate {
  const first = addDays(`${day.slice(0, 8)}28`, 4)
  return addDays(`${first.slice(0, 8)}01`, ordinal * week + 3)
}

function nearestWeekday(day: IsoDate, weekday: Weekday): IsoDate {
  for (let far = 0; far <= 3; far += 1) {
    for (const near of [addDays(day, -far), addDays(day, far)]) if (weekdayOf(near) === weekday) return near
  }
  return day
}
