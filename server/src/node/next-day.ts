import { lastPrepared, offeredDays } from '../core/authoring/new-minutes/days.ts'
import type { IsoDate } from '../core/minutes/calendar.ts'
import type { Series } from '../core/repository/series.ts'
import type { Terminal } from './terminal.ts'

/** The day of the next meeting that has no minutes yet. Whoever runs a command once more is told that they have made those before it. */
export function nextDay(series: Series, today: IsoDate, terminal: Terminal): IsoDate {
  const day = offeredDays(series, today)[0]?.day ?? today
  const prepared = lastPrepared(series, today)
  if (prepared !== undefined && prepared < day)
    terminal.err(`minutes: the minutes of ${prepared} exist already; these are the next, of ${day}.\n`)
  return day
}
