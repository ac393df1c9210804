import type { Action } from '../../minutes/action.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { lineAround } from '../../text/lines.ts'
import { lastUpTo } from '../../text/search.ts'
import { contains, type Span, slice } from '../../text/span.ts'
import { trim } from '../../text/trim.ts'
import { afterEdits, mendingEdits } from './mending.ts'
import { isParticipant } from './participants.ts'

/** The open actions of minutes that have owners, each as it is written there but for slips, without the bullet. */
export function openActions(minutes: Minutes, repository: Repository): string[] {
  const people = minutes.participants.flatMap((list) =>
    list.participants.filter((entry) => isParticipant(entry, minutes)),
  )
  const isPromise = ({ marker, done }: Action) => !done && !people.some(({ span }) => contains(span, marker))
  const open = minutes.actions.filter((action) => isPromise(action) && hasOwner(action, minutes, repository))
  const edits = mendingEdits(minutes, repository)
  const lines = open.map((action) => afterEdits(minutes.text, spanOf(action, minutes), edits))
  return lines.map((line) => withoutOpenBracket(withoutTargets(line)))
}

/** Whoever is named without a handle owns it where that is how people are named. */
function hasOwner({ owner, owners }: Action, { text }: Minutes, { habits }: Repository): boolean {
  if (owners.length) return true
  return owner !== undefined && !habits.namesOwners && slice(text, owner) !== '@'
}

/** The line without its bullet. Whole sentences before the action are what was said in the meeting, and stay there. */
function spanOf({ span, text: said, marker }: Action, { text, facts }: Minutes): Span {
  const item = lastUpTo(facts.items, span.start, ({ marker }) => marker.start)
  const line = lineAround(text, span.start)
  const start = item && item.marker.start >= line.start ? item.content : line.start
  const isSaid = said.start < said.end && marker.start >= start
  const emphasis = /[*_]{0,3}$/.exec(text.slice(start, span.start))![0].length
  const isBehindSentence = isSaid && /[.!?][)"”*_]{0,3}\s+\(?$/.test(text.slice(start, span.start - emphasis))
  return trim(text, { start: isBehindSentence ? span.start - emphasis : start, end: line.end })
}

/** Links to headings of the old minutes, and its pictures, lead nowhere from the new ones. */
function withoutTargets(line: string): string {
  return line
    .replace(/!\[[^\]]{0,200}\]\([^()\s]{0,400}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\(#[^()\s]{0,300}\)/g, '$1')
    .trim()
}

/** The bracket that closes one which was opened before the action. */
function withoutOpenBracket(line: string): string {
  return line.endsWith(')') && line.split('(').length < line.split(')').length ? line.slice(0, -1) : line
}
