import type { IsoDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { withUrl } from '../../minutes/minutes-line-edit.ts'
import { suggestion } from '../../repository/fix.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { filesLinkedIn, linkTarget, meetingOf } from '../../repository/team-section.ts'
import { daysOption } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'outdated-minutes-link',
  title: 'Minutes line that leads to older minutes than it should',
  severity: 'information',
  fix: 'suggested',
  scope: 'minutes',
  options: daysOption,
  messages: {
    outdated:
      'This leads to the minutes of {linked}, but the team has met again before this report: on {day}. Readers expect the newest minutes. Link {path}, if it is what the section reports on.',
  },
  *check({ minutes, repository, options }) {
    if (!repository.isReport(minutes.path)) return
    const urlOf = reportUrls(minutes, repository)
    for (const line of minutes.minutesLines) {
      if (!line.link || line.note) continue
      const linked = newestLinked(line, minutes, repository)
      const meeting = linked && meetingOf(line, minutes, repository, options.days)
      if (!meeting || meeting.day <= linked) continue
      const { span, newText } = withUrl(minutes, line, urlOf(meeting.path, line))
      yield {
        span: line.link.destination,
        message: 'outdated',
        data: { linked, day: meeting.day, path: meeting.path },
        fixes: () => [suggestion(`Link ${meeting.path}`, minutes.path, span, newText)],
      }
    }
  },
})

/** The newest meeting that the line's section leads to: it may report on two, on one line or on two. */
function newestLinked(line: MinutesLine, minutes: Minutes, repository: Repository): IsoDate | undefined {
  const target = linkTarget(line, minutes, repository)
  const own = target && 'path' in target ? repository.dayOf(target.path) : undefined
  const days = filesLinkedIn(line.section, minutes, repository).map((path) => repository.dayOf(path))
  return (
    own &&
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1)
  )
}
