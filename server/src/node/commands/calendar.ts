import { calendarsOf } from '../../core/authoring/calendar/calendar.ts'
import { systemClock } from '../clock.ts'
import { readRepository } from '../read-repository.ts'
import { type CalendarFormat, csvCalendar, textCalendar } from '../report/calendar.ts'
import { pathFrom } from '../roots.ts'
import { teamNamed } from '../team.ts'
import { readTeamOptions } from '../team-options.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes calendar [OPTIONS] [TEAM]

Shows on which days each team has met, or TEAM alone, given by its name or the
folder of its minutes. The teams with the newest minutes come first. A meeting
is "reported" when a report leads to its minutes, "late" when the report came
out without them, and otherwise "held". One is "missing" when the team usually
meets on such a day, and there are no minutes: nobody knows of holidays.

Options:
  --since YYYY-MM-DD  only the days from this one on
  --until YYYY-MM-DD  only the days up to this one
  --format FORMAT     text (default), or csv (for spreadsheets)
  --help, -h          print this text

Exit status: 0 all well, 2 misuse or unreadable input.
`

const formats: Readonly<Record<string, CalendarFormat>> = { text: textCalendar, csv: csvCalendar }

/** `minutes calendar`. */
export function calendar(args: readonly string[], terminal: Terminal): number {
  const options = readTeamOptions('calendar', args, formats)
  if (!options) {
    terminal.out(usage)
    return 0
  }
  const { team: words, format, period } = options
  const { top, repository, isWhole } = readRepository(terminal)
  const asked = words === undefined ? undefined : teamNamed(words, pathFrom(top, terminal.cwd, words), repository)
  const calendars = calendarsOf(repository, systemClock.today(), period).filter(
    ({ team }) => asked === undefined || team.folders.includes(asked.folder),
  )
  terminal.out(format(calendars, terminal))
  return isWhole ? 0 : 2
}
