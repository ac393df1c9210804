import { isParticipant } from '../../minutes/attendance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Participant, ParticipantList } from '../../minutes/participants.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
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
    if (isRepeated) return [gone(entry, text)]
    known.add(key)
    const remark = isUsual ? undefined : remarks[at]
    return [...(remark ? [replace(remark, '')] : []), ...strikeEdits(entry, text), ...boxEdits(entry, text)]
  })
}

const longestGap = 9

/** An entry that is said twice, with the comma before it. */
function gone({ span, shape }: Participant, text: string): TextEdit {
  const before = text.slice(Math.max(0, span.start - longestGap), span.start)
  const comma = shape === 'piece' ? (/,[ \t]*$/.exec(before)?.[0].length ?? 0) : 0
  return replace({ start: span.start - comma, end: span.end }, '')
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
