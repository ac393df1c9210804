import { addDays, daysBetween, type IsoDate, weekdayOf } from '../minutes/calendar.ts'
import type { Series } from './series.ts'

/** So many of the last meetings tell how often a team meets now. */
const telling = 8
/** Fewer show no rhythm. */
const fewest = 3
const week = 7

/** How often the meetings of a series are: every so many weeks, or on the same weekday of each month. */
type Rhythm = { readonly weeks: number } | { readonly ordinal: number }

/**
 * The days on which a team meets next after a day, as far as its last meetings tell: those of the minutes that are there already, then those that the
 * rhythm makes expect. A meeting that was moved moves no later one.
 */
export function nextDays(series: Series, day: IsoDate, count: number): IsoDate[] {
  const known = [...new Set(series.meetings.filter((meeting) => meeting.day > day).map((meeting) => meeting.day))]
  const days = known.slice(0, count)
  const { weekday } = series
  const rhythm = rhythmOf(lastDays(series, days.at(-1) ?? day))
  if (!weekday || !rhythm) return days
  while (days.length < count) {
    const last = days.at(-1) ?? day
    const next = 'weeks' in rhythm ? addDays(last, rhythm.weeks * week) : inNextMonth(last, rhythm.ordinal)
    const moved = nearestWeekday(next, weekday)
    days.push(moved > last ? moved : addDays(moved, week))
  }
  return days
}

/** How many days lie between two meetings of a series as a rule, at the most; `undefined` where there is no rule. */
export function usualDistance(series: Series, until: IsoDate): number | undefined {
  const rhythm = rhythmOf(lastDays(series, until))
  return rhythm && ('weeks' in rhythm ? rhythm.weeks : 5) * week
}

/** The days of the last meetings up to a day, each once. */
function lastDays({ meetings }: Series, until: IsoDate): IsoDate[] {
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

function nearestWeekday(day: IsoDate, weekday: string): IsoDate {
  for (let far = 0; far <= 3; far += 1) {
    for (const near of [addDays(day, -far), addDays(day, far)]) if (weekdayOf(near) === weekday) return near
  }
  return day
}
