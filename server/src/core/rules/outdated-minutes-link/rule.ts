import { fileUrl } from '../../minutes/forge-url.ts'
import { withUrl } from '../../minutes/minutes-line-edit.ts'
import { edit } from '../../repository/fix.ts'
import { linkTarget, meetingOf } from '../../repository/team-section.ts'
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
    for (const line of minutes.minutesLines) {
      const target = linkTarget(line, minutes, repository)
      if (!line.link || line.note || (target?.kind !== 'repository' && target?.kind !== 'relative')) continue
      const linked = repository.dayOf(target.path)
      const meeting = linked && meetingOf(line, minutes, repository, options.days)
      if (!meeting || meeting.day <= linked || !repository.forge) continue
      const { span, newText } = withUrl(minutes, line, fileUrl(repository.forge, meeting.path))
      yield {
        span: line.link.destination,
        message: 'outdated',
        data: { linked, day: meeting.day, path: meeting.path },
        fixes: () => [{ title: `Link ${meeting.path}`, safety: 'suggested', edits: [edit(minutes.path, span, newText)] }],
      }
    }
  },
})
