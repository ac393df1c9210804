import { attendanceOf } from '../../core/authoring/attendance/attendance.ts'
import { systemClock } from '../clock.ts'
import { formatNamed } from '../format.ts'
import { Misuse } from '../misuse.ts'
import { parseOptions } from '../options.ts'
import { periodIn } from '../period.ts'
import { readRepository } from '../read-repository.ts'
import { type AttendanceFormat, csvAttendance, textAttendance } from '../report/attendance.ts'
import { pathFrom } from '../roots.ts'
import { teamHere, teamNamed } from '../team.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes attendance [OPTIONS] [TEAM]

Shows who took part in which meetings of a team, as the lists of participants have it. TEAM is its name or the folder of its minutes, by default the
current folder.

Options:
  --since YYYY-MM-DD  only the meetings from this day on
  --until YYYY-MM-DD  only the meetings up to this day
  --format FORMAT     text (default), or csv (for spreadsheets)
  --help, -h          print this text

Exit status: 0 all well, 2 misuse or unreadable input.
`

const formats: Readonly<Record<string, AttendanceFormat>> = { text: textAttendance, csv: csvAttendance }

/** `minutes attendance`. */
export function attendance(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions('attendance', args, {
    since: { type: 'string' },
    until: { type: 'string' },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  if (positionals.length > 1) throw new Misuse(`Name one team, in quotes where its name has blanks.\n\n${usage}`)
  const format = formatNamed(values.format, formats)
  const period = periodIn(values)
  const { top, repository, here, isWhole } = readRepository(terminal)
  const team =
    positionals[0] === undefined
      ? teamHere(here, repository)
      : teamNamed(positionals[0], pathFrom(top, terminal.cwd, positionals[0]), repository)
  terminal.out(format(attendanceOf(team, repository, systemClock.today(), period), terminal))
  return isWhole ? 0 : 2
}
