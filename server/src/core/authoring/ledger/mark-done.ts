import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { type DoneMark, doneMarks } from '../../repository/done-habit.ts'
import type { Repository } from '../../repository/repository.ts'
import { stateAtEnd } from '../../repository/same-action.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { columnsOf } from '../../text/indent.ts'
import { lineAround, lineEndOf } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'
import type { Refusal } from '../refusal.ts'

/** Says in minutes that the action whose marker begins at an offset is done, in the way in which the team says it. */
export function markDone(minutes: Minutes, offset: number, repository: Repository): TextEdit[] | Refusal {
  const action = minutes.actions.find(({ marker }) => marker.start === offset)
  if (!action) return { refused: 'No action stands here. Save the file, and try again.' }
  if (action.done) return { refused: 'This action is marked as done already.' }
  for (const mark of doneMarks(minutes.path, repository)) {
    const edits = editsOf(mark, minutes, action.span.start, action.marker)
    // Whatever is written, the reader of actions has the last word: it must find the action done, and nothing else than before.
    if (edits && saysSo(minutes, edits, action.marker.start)) return edits
  }
  return { refused: 'Minutes finds no way to mark this action. Write behind it that it is done.' }
}

function editsOf(mark: DoneMark, { text, facts }: Minutes, start: number, marker: Span): TextEdit[] | undefined {
  const line = lineAround(text, start)
  const said = withoutPipe(text, trimEnd(text, line))
  const item = facts.items.findLast((one) => line.start <= one.marker.start && one.marker.start <= start)
  const box = [marker.start, item?.content ?? marker.start].find((at) => text.startsWith('[ ]', at))
  if (box !== undefined) return [replace({ start: box, end: box + 3 }, '[x]')]
  if (mark.kind === 'through') {
    const from = item?.content ?? line.start
    return [replace({ start: from, end: from }, '~~'), replace({ start: said.end, end: said.end }, '~~')]
  }
  const open = stateAtEnd(slice(text, said))
  const shown = { start: said.end - open, end: said.end }
  if (mark.kind === 'behind') return [replace(shown, mark.text)]
  if (!item) return undefined
  const answer = answerBelow(text, facts.items, item)
  if (answer) return [replace(answer, mark.text)]
  const indent = ' '.repeat(childColumn(text, facts.items, item))
  return [
    replace({ start: line.end, end: line.end }, `${lineEndOf(text)}${indent}${text[item.marker.start]} ${mark.text}`),
  ]
}

type Item = Minutes['facts']['items'][number]

const saysOpen = /^(?:still )?(?:open|pending|in progress|offen|wip)[.!]?$/i

/** An item below that says nothing but that the action is open: then that is what changes. */
function answerBelow(text: string, items: readonly Item[], item: Item): Span | undefined {
  const below = items[items.indexOf(item) + 1]
  if (!below || below.depth !== item.depth + 1) return undefined
  const said = trimEnd(text, { start: below.content, end: lineAround(text, below.content).end })
  return saysOpen.test(slice(text, said)) ? said : undefined
}

/** Where the bullet of an item below another one stands: as far to the right as others in the file, and far enough for CommonMark. */
function childColumn(text: string, items: readonly Item[], item: Item): number {
  const columnOf = ({ marker }: Item) => columnsOf(text.slice(lineAround(text, marker.start).start, marker.start))
  const least = columnsOf(text.slice(lineAround(text, item.marker.start).start, item.content)) - columnOf(item)
  const steps = items.flatMap((one, at) => {
    const before = items[at - 1]
    return before && one.depth === before.depth + 1 ? [columnOf(one) - columnOf(before)] : []
  })
  const step = steps.find((columns) => columns >= least && columns < least + 4) ?? least
  return columnOf(item) + step
}

/** The line of a table ends before its last bar. */
function withoutPipe(text: string, said: Span): Span {
  if (!slice(text, said).trimStart().startsWith('|') || text[said.end - 1] !== '|') return said
  return trimEnd(text, { ...said, end: said.end - 1 })
}

function saysSo({ path, text, actions }: Minutes, edits: readonly TextEdit[], offset: number): boolean {
  const before = edits.filter(({ span }) => span.end <= offset)
  const moved = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0)
  const after = readMinutes(path, applyEdits(text, edits)).actions
  const at = after.findIndex(({ marker }) => marker.start === offset + moved)
  if (after.length !== actions.length || !after[at]?.done) return false
  const line = lineAround(text, offset)
  return after.every(({ done }, number) => {
    const { marker, done: wasDone } = actions[number]!
    return done === wasDone || (line.start <= marker.start && marker.start < line.end)
  })
}
