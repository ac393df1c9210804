import { attendanceOf } from '../../core/authoring/attendance/attendance.ts'
import { systemClock } from '../clock.ts'
import { readRepository } from '../read-repository.ts'
import { type AttendanceFormat, csvAttendance, textAttendance } from '../report/attendance.ts'
import { pathFrom } from '../roots.ts'
import { teamHere, teamNamed } from '../team.ts'
import { readTeamOptions } from '../team-options.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes attendance [OPTIONS] [TEAM]

Shows who took part in which meetings of a team, as the lists of participants
have it. TEAM is its name or the folder of its minutes, by default the current
folder.

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
  const options = readTeamOptions('attendance', args, formats)
  if (!options) {
    terminal.out(usage)
    return 0
  }
  const { team: words, format, period } = options
  const { top, repository, here, isWhole } = readRepository(terminal)
  const team =
    words === undefined ? teamHere(here, repository) : teamNamed(words, pathFrom(top, terminal.cwd, words), repository)
  terminal.out(format(attendanceOf(team, repository, systemClock.today(), period), terminal))
  return isWhole ? 0 : 2
}
