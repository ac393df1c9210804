import { isParticipant } from '../../minutes/attendance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { pieceWithComma } from '../../minutes/participant-piece.ts'
import type { Participant, ParticipantList } from '../../minutes/participants.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { firstIn } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'

/**
 * What makes participants of the last meeting wait for the next one: each stands there once, without what was said of them that day, and nobody
 * is absent yet. `right` has the right handles of those who are misspelt.
 */
export function participantEdits(minutes: Minutes, right: ReadonlyMap<string, string>): TextEdit[] {
  return minutes.participants.flatMap((list) =>
    list.kind === 'absent' ? absentEdits(list) : presentEdits(list, minutes, right),
  )
}

function absentEdits({ participants }: ParticipantList): TextEdit[] {
  return participants.map(({ span }) => replace(span, ''))
}

function presentEdits(list: ParticipantList, minutes: Minutes, right: ReadonlyMap<string, string>): TextEdit[] {
  const { text } = minutes
  const participants = list.participants.filter((entry) => isParticipant(entry, minutes))
  const remarks = participants.map((entry) => remarkOf(entry, minutes))
  const isUsual = remarks.filter((remark) => remark !== undefined).length * 2 > participants.length
  const known = new Set<string>()
  return participants.flatMap((entry, at) => {
    const key = entry.people
      .map(({ name }) => right.get(name) ?? name)
      .join(' ')
      .toLowerCase()
    const isRepeated = entry.people.length === 1 && entry.depth === 0 && entry.shape !== 'row' && known.has(key)
    if (isRepeated) return gone(entry, text)
    known.add(key)
    const remark = isUsual ? undefined : remarks[at]
    return [...(remark ? [replace(remark, '')] : []), ...strikeEdits(entry, text), ...boxEdits(entry, text)]
  })
}

/** An entry that is said twice. The next minutes are made line by line, and what parts lines is none of them. */
function gone({ span, shape }: Participant, text: string): TextEdit[] {
  const whole = shape === 'piece' ? pieceWithComma(text, span) : span
  const lineEnd = lineAround(text, whole.start).end
  if (whole.end <= lineEnd) return [replace(whole, '')]
  return [
    replace({ start: whole.start, end: lineEnd }, ''),
    replace({ start: nextLine(text, lineEnd), end: whole.end }, ''),
  ]
}

/** What stands behind the people of an entry: "(remote)", "- left at ten". */
function remarkOf({ span, people, shape }: Participant, { text, handles }: Minutes): Span | undefined {
  const last = people.at(-1)
  if (!last || shape === 'row') return undefined
  const handle = firstIn(handles, last.span, ({ span }) => span)
  const named = Math.max(last.span.end, handle?.link?.span.end ?? 0)
  const start = named + /^[)\]*_]*/.exec(text.slice(named, span.end))![0].length
  return /[\p{L}\p{N}]/u.test(text.slice(start, span.end)) ? { start, end: span.end } : undefined
}

/** `~~@kwame~~` says that somebody was not there. */
function strikeEdits({ span: { start, end } }: Participant, text: string): TextEdit[] {
  const strikes = [...text.slice(start, end).matchAll(/~~/g)]
  return strikes.map(({ index }) => replace({ start: start + index, end: start + index + 2 }, ''))
}

/** `[x]` says that somebody was there. */
function boxEdits({ span }: Participant, text: string): TextEdit[] {
  return /^\[[xX]\]/.test(slice(text, span)) ? [replace({ start: span.start + 1, end: span.start + 2 }, ' ')] : []
}
