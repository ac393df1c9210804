import type { Minutes } from '../../minutes/minutes.ts'
import { newMinutesLine } from '../../minutes/minutes-line-edit.ts'
import type { Section } from '../../minutes/section.ts'
import { suggestion } from '../../repository/fix.ts'
import { reportUrls } from '../../repository/report-url.ts'
import { filesLinkedIn, meetingOfSection } from '../../repository/team-section.ts'
import { lineEndOf } from '../../text/lines.ts'
import { contains } from '../../text/span.ts'
import { daysOption } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'missing-minutes-line',
  title: 'Team section without a minutes line',
  severity: 'hint',
  off: true,
  fix: 'suggested',
  scope: 'minutes',
  options: daysOption,
  messages: {
    missing:
      'This section does not say where the minutes stand. Readers who want to know more have to search. Link {path}.',
  },
  *check({ minutes, repository, options }) {
    if (!repository.isReport(minutes.path) || minutes.deck) return
    const urlOf = reportUrls(minutes, repository)
    for (const section of minutes.sections) {
      if (!repository.teams.knows(section.heading.title) || hasMinutesLine(section, minutes)) continue
      const meeting = meetingOfSection(section, minutes, repository, options.days)
      if (!meeting) continue
      if (filesLinkedIn(section, minutes, repository).includes(meeting.path)) continue
      const line = newMinutesLine(minutes, urlOf(meeting.path))
      const { end } = section.heading.span
      const lineEnd = lineEndOf(minutes.text)
      yield {
        span: section.heading.content,
        message: 'missing',
        data: { path: meeting.path },
        fixes: () => [
          suggestion(`Add the link to ${meeting.path}`, minutes.path, { start: end, end }, lineEnd + lineEnd + line),
        ],
      }
    }
  },
})

function hasMinutesLine(section: Section, { minutesLines }: Minutes): boolean {
  return minutesLines.some((line) => contains(section.span, line.span))
}
