import type { Action } from '../../minutes/action.ts'
import { isParticipant } from '../../minutes/attendance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { ownerName } from '../../repository/action-summary.ts'
import { ownership } from '../../repository/owner-habit.ts'
import type { Repository } from '../../repository/repository.ts'
import type { ListItem } from '../../syntax/facts.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
import { columnsOf } from '../../text/indent.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { isWithin, lastUpTo } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'
import { trim, trimStart } from '../../text/trim.ts'
import type { IsLastWord } from './last-words.ts'
import { afterEdits, mendingEdits, withoutInner } from './mending.ts'

/**
 * The open actions of minutes that have owners, each as `carriedAction` tells it in the file `to`. Those of which later minutes say more are left to
 * them.
 */
export function openActions(
  minutes: Minutes,
  to: string,
  repository: Repository,
  isLastWord: IsLastWord = () => true,
): string[] {
  const people = minutes.participants.flatMap((list) =>
    list.participants.filter((entry) => isParticipant(entry, minutes)).map(({ span }) => span),
  )
  const isPromise = (action: Action) =>
    !action.done && !isWithin(people, action.marker.start) && isLastWord(action, minutes.path)
  const hasOwner = ownership(repository.seriesOf(minutes.path))
  const open = minutes.actions.filter(
    (action) => isPromise(action) && hasOwner({ owners: action.owners, name: ownerName(minutes.text, action) }),
  )
  const edits = carryingEdits(minutes, to, repository)
  return open.map((action) => carried(action, minutes, edits))
}

/**
 * An action as later minutes, in the file `to`, have it: as it is written but for slips, without the bullet, and without what leads nowhere from there. It may have several
 * lines, parted by line feeds and not indented. `undefined` where none has its marker at an offset.
 */
export function carriedAction(
  offset: number,
  minutes: Minutes,
  to: string,
  repository: Repository,
): string | undefined {
  const action = minutes.actions.find(({ marker }) => marker.start === offset)
  return action && carried(action, minutes, carryingEdits(minutes, to, repository))
}

function carried(action: Action, minutes: Minutes, edits: readonly TextEdit[]): string {
  const { text, facts } = minutes
  const lines = linesOf(action, minutes).map((line) => afterEdits(text, line, edits))
  const said = isWithin(facts.tables, action.marker.start) ? lines.map(withoutBars) : lines
  return withoutOpenBracket(said.map(withoutTargets).join('\n'))
}

/** What a link is defined as stays behind: it is written into the link. */
function carryingEdits(minutes: Minutes, to: string, repository: Repository): TextEdit[] {
  const { text, facts } = minutes
  const edits = mendingEdits(minutes, repository, to)
  const references = facts.links.filter(({ kind }) => kind === 'reference')
  const inline = references.map(({ span, text: words, destination }) =>
    replace(span, `[${slice(text, words)}](${afterEdits(text, destination, edits)})`),
  )
  return withoutInner([...edits, ...inline])
}

/** The line without its bullet, and those that go on with it. Whole sentences before the action are what was said in the meeting, and stay there. */
function linesOf({ span, text: said, marker }: Action, minutes: Minutes): Span[] {
  const { text, facts } = minutes
  const before = lastUpTo(facts.items, span.start, ({ marker }) => marker.start)
  const line = lineAround(text, span.start)
  const item = before && before.marker.start >= line.start ? before : undefined
  const start = item?.content ?? trimStart(text, line, /[\s>]/).start
  const isSaid = said.start < said.end && marker.start >= start
  const emphasis = /[*_]{0,3}$/.exec(text.slice(start, span.start))![0].length
  const isBehindSentence = isSaid && /[.!?][)"”*_]{0,3}\s+\(?$/.test(text.slice(start, span.start - emphasis))
  const own = trim(text, { start: isBehindSentence ? span.start - emphasis : start, end: line.end })
  return item ? [own, ...furtherLines(item, line, minutes)] : [own]
}

/** The lines with which the text of an item goes on below its first one, where they are indented as it is. */
function furtherLines({ content, end }: ListItem, first: Span, { text, facts, actions }: Minutes): Span[] {
  const column = columnsOf(text.slice(first.start, content).replace(/\S/g, ' '))
  const lines: Span[] = []
  for (let at = nextLine(text, first.end); at < end; at = nextLine(text, lineAround(text, at).end)) {
    const line = lineAround(text, at)
    const said = trim(text, line)
    const isIndented = columnsOf(text.slice(line.start, said.start)) >= column
    const begins = [facts.items, actions].some((all: readonly { readonly marker: Span }[]) => {
      const last = lastUpTo(all, line.end, ({ marker }) => marker.start)
      return last !== undefined && last.marker.start >= line.start
    })
    if (!isIndented || begins || said.start === said.end || /^(?:[>|<]|```|~~~)/.test(slice(text, said))) break
    lines.push(said)
  }
  return lines
}

/** The cells of a row one after the other. */
function withoutBars(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
  return cells.filter(Boolean).join(' – ')
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
