import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { lineAround } from '../../text/lines.ts'
import { contains, touches } from '../../text/span.ts'
import { type Mention, mentionAt } from '../navigation/mention.ts'
import type { Place } from '../navigation/place.ts'
import { issueLines } from './issue.ts'
import { linkLines } from './link.ts'
import { reasonLines } from './minutes-line.ts'
import { mostLines, type Note, type NoteLine } from './note.ts'
import { personLines } from './person.ts'

/** What there is to say of a place; `undefined` where there is nothing. `read` gives the minutes of another file, as they are now. */
export function hoverAt(place: Place, read: (path: string) => Minutes | undefined): Note | undefined {
  const { minutes, repository } = place
  const mention = mentionAt(place)
  const minutesLine = minutesLineAt(place)
  const reason = minutesLine ? reasonLines(minutesLine, minutes, repository) : []
  const span = mention?.span ?? minutesLine?.span
  const said = mention ? mentionLines(mention, place, read) : []
  // The reason is what nobody can look up: it is not what is left out.
  const lines = [...said.slice(0, mostLines - reason.length), ...reason]
  return span && lines.length ? { span, lines } : undefined
}

function mentionLines(
  mention: Mention,
  { minutes: { path }, repository }: Place,
  read: (path: string) => Minutes | undefined,
): NoteLine[] {
  switch (mention.kind) {
    case 'link':
      return mention.lead.path === path && !mention.lead.fragment ? [] : linkLines(mention, repository, read)
    case 'handle':
      return personLines(mention.person, repository, read)
    case 'issue':
      return issueLines(mention.issue, path, repository)
    default:
      return []
  }
}

function minutesLineAt({ minutes, offset }: Place): MinutesLine | undefined {
  const line = lineAround(minutes.text, offset)
  return minutes.minutesLines.find(({ label, span }) => contains(line, label) && touches(span, offset))
}
