import { fileUrl } from '../../minutes/forge-url.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { linkSource } from '../../minutes/minutes-line-edit.ts'
import { titlesAround } from '../../repository/summary.ts'
import { meetingOf } from '../../repository/team-section.ts'
import { replace } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { contains, type Span } from '../../text/span.ts'
import type { Completion, Place } from '../completion.ts'
import { describe, nearMeetings } from './meetings.ts'

/** Behind `Minutes:` in a report: the files of the section's team. `undefined` when the place is no such line. */
export function completeMinutesLine(place: Place): Completion[] | undefined {
  const { minutes, repository, offset } = place
  const { forge } = repository
  const line = lineAround(minutes.text, offset)
  const minutesLine = minutes.minutesLines.find(({ label }) => contains(line, label))
  if (!minutesLine || !forge || !repository.isReport(minutes.path)) return undefined
  const colon = minutes.text.indexOf(':', minutesLine.label.end)
  if (colon < 0 || colon >= line.end || offset <= colon) return undefined
  const meetings = teamMeetings(minutesLine, place)
  const value = valueSpan(minutes.text, colon, line)
  const note = noteBefore(minutesLine, colon)
  return meetings.map((meeting) => {
    const url = fileUrl(forge, meeting.path)
    const described = describe(meeting, repository)
    return {
      ...described,
      span: value,
      newText: `${minutes.text[value.start - 1] === ':' ? ' ' : ''}${linkSource(minutes, url)}`,
      filterText: ` ${url} ${meeting.day}`,
      ...(note && { otherEdits: [replace(note, '')] }),
    }
  })
}

function teamMeetings(line: MinutesLine, { minutes, repository, today }: Place) {
  const titles = titlesAround(line.section)
  const day = repository.dayOf(minutes.path) ?? today
  return nearMeetings(
    repository.teamFolders(titles, minutes.path),
    day,
    repository,
    meetingOf(line, minutes, repository),
  )
}

/** What follows the colon, and the emphasis that may end behind it, to the end of the line. */
function valueSpan(text: string, colon: number, line: Span): Span {
  const behind = /^[*_]*[ \t]?/.exec(text.slice(colon + 1, line.end))![0]
  return { start: colon + 1 + behind.length, end: line.end }
}

/** "(none yet)" between the label and the colon, which is no longer true. */
function noteBefore({ label, note }: MinutesLine, colon: number): Span | undefined {
  return note && note.start < colon ? { start: label.end, end: colon } : undefined
}
