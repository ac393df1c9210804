import { addDays } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { teamName } from '../../repository/team-name.ts'
import { foldersOf, linkTarget, meetingOf } from '../../repository/team-section.ts'
import { nameOf } from '../../text/path.ts'
import { line, type NoteLine } from './note.ts'

/** Why a file is, or would be, the one to link on a minutes line. Nothing outside of reports. */
export function reasonLines(minutesLine: MinutesLine, minutes: Minutes, repository: Repository): NoteLine[] {
  const window = repository.isReport(minutes.path) ? repository.reportWindow(minutes.path) : undefined
  const [folder] = window ? foldersOf(minutesLine, minutes, repository) : []
  if (!window || folder === undefined) return []
  const days = `between ${addDays(window.after, 1)} and ${window.until}`
  const meeting = meetingOf(minutesLine, minutes, repository)
  if (!meeting) return [line(`${teamName(folder, window.until, repository)} has no minutes ${days}.`)]
  const team = teamName(seriesFolderOf(meeting.path), window.until, repository)
  const target = linkTarget(minutesLine, minutes, repository)
  const isLinked = target && 'path' in target && target.path === meeting.path
  const file = { text: nameOf(meeting.path), path: meeting.path }
  return [
    line(
      isLinked ? '' : 'To link here: ',
      file,
      ` is the newest of ${team} ${days}, the days that these minutes report on.`,
    ),
  ]
}
