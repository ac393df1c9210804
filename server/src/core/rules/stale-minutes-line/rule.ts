import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { saysMoreOfChange, withUrl } from '../../minutes/minutes-line-edit.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { filesLinkedIn, linkTarget, meetingOf } from '../../repository/team-section.ts'
import { slice } from '../../text/span.ts'
import { daysOption } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'stale-minutes-line',
  title: 'Minutes line without its link, although the minutes are there',
  severity: 'warning',
  fix: 'safe',
  scope: 'minutes',
  options: daysOption,
  messages: {
    empty:
      'This line is empty, but the minutes of {day} are there: {path}. Readers of the report look for them here. Fill in the link.',
    noneYet:
      'The minutes of {day} have arrived: {path}. Whoever reads this takes them for missing. Replace the note by the link.',
    folder:
      'This leads to a folder in which readers have to search. The minutes of {day} are there: {path}. Link them.',
    change: 'This leads to a change that was waiting to be merged. The minutes of {day} are there: {path}. Link them.',
    note: 'The linked minutes are there, so the note is no longer true. Remove it.',
  },
  *check({ minutes, repository, options }) {
    if (!repository.isReport(minutes.path)) return
    const urlOf = reportUrls(minutes, repository)
    for (const line of minutes.minutesLines) {
      const form = staleForm(line, minutes, repository)
      if (!form) continue
      if (form === 'note') {
        const url = slice(minutes.text, line.link!.destination)
        yield { span: line.span, message: form, fixes: () => [removeNote(minutes, line, url)] }
        continue
      }
      const meeting = meetingOf(line, minutes, repository, options.days)
      if (!meeting || filesLinkedIn(line.section, minutes, repository).includes(meeting.path)) continue
      const data = { day: meeting.day, path: meeting.path }
      yield {
        span: line.span,
        message: form,
        data,
        fixes: () => [fillIn(minutes, line, urlOf(meeting.path, line), meeting.path)],
      }
    }
  },
})

function staleForm(line: MinutesLine, minutes: Minutes, repository: Repository) {
  if (line.state === 'empty') return 'empty'
  if (line.state === 'none-yet') return 'noneYet'
  const target = linkTarget(line, minutes, repository)
  if (target?.kind === 'change') return 'change'
  if (target?.kind !== 'repository' && target?.kind !== 'relative') return undefined
  if (repository.files.has(target.path)) return line.note && 'note'
  return repository.files.hasFolder(target.path) ? 'folder' : undefined
}

function fillIn(minutes: Minutes, line: MinutesLine, url: string, path: string): Fix {
  const { span, newText } = withUrl(minutes, line, url)
  const safety = saysMoreOfChange(minutes, line) ? 'suggested' : safetyOf(line)
  return { title: `Fill in ${path}`, safety, edits: [edit(minutes.path, span, newText)] }
}

function removeNote(minutes: Minutes, line: MinutesLine, url: string): Fix {
  const { span, newText } = withUrl(minutes, line, url)
  return { title: 'Remove the note', safety: safetyOf(line), edits: [edit(minutes.path, span, newText)] }
}

/** A note that says more than "not yet" may be worth keeping: a person decides. */
function safetyOf(line: MinutesLine): Fix['safety'] {
  return line.noteSaysMore ? 'suggested' : 'safe'
}
