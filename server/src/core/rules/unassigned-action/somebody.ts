import type { Action } from '../../minutes/action.ts'
import { isTaskVerb } from '../../minutes/action-words.ts'
import { handlesIn } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { indentAt } from '../../text/indent.ts'
import { lineBefore, lineBehind, nextLine } from '../../text/lines.ts'
import { countUpTo } from '../../text/search.ts'
import type { Span } from '../../text/span.ts'

/** What names a group, asks who it is, or says where the action is kept with its owner. */
const groupOrTracked =
  /\b(?:teams?|sigs?|wgs?|group|board|committee|chairs?|everyone|everybody|all of us|who|wer|volunteers?|owner|assignee|assigned|tba|tbd)\b|\?\s*$|#[0-9]|\/(?:issues|pull|pulls|merge_requests|-)\/|\b(?:I|we|he|she|they|wir|ich)\b/i
/** A remark in brackets, or behind a dash at the end, with a name in it: "(Jonas)", "– Ines". */
const nameBehind =
  /[([–—-][ \t]{0,3}[A-ZÀ-Þ][A-Za-zà-ɏ'.-]{1,30}(?:[ ,/&+]{1,3}[A-ZÀ-Þ][A-Za-zà-ɏ'.-]{1,30}){0,3}[)\]]?[\s.*_]*$/
/** "Kurt: AI: …", "Kurt - AI: …". */
const nameBefore = /(?:^|[\s*_>-])[A-ZÀ-Þ][A-Za-zà-ɏ'.-]{1,30}[*_]{0,3}[ \t]{0,2}[:–—-][ \t*_]{0,6}$/
const farthest = 400
const mostLinesBelow = 6

/** Whether somebody is named beside an action, though not where an owner stands; whoever reads it knows more than this. */
export function namesSomebody(action: Action, minutes: Minutes): boolean {
  const { text } = minutes
  const line = lineNear(text, action.marker.start)
  const said = text.slice(action.text.start, Math.min(action.text.end, action.text.start + farthest))
  return (
    !saysWhatToDo(said, minutes) ||
    groupOrTracked.test(said) ||
    nameBehind.test(said.slice(-120)) ||
    nameBefore.test(text.slice(line.start, action.marker.start)) ||
    holdsHandle(minutes, line) ||
    holdsHandle(minutes, below(minutes, line)) ||
    parentIsOwned(minutes, line)
  )
}

/** What does not begin like a task may begin with a name: "jonas looks at it", "Harbour: …". */
function saysWhatToDo(said: string, { handles }: Minutes): boolean {
  const [, first, second = ''] =
    /^[^A-Za-zÀ-ɏ]{0,4}([A-Za-zÀ-ɏ-]{2,30})(?:[ \t]{1,3}([A-Za-z]{1,30}))?/.exec(said) ?? []
  if (!first) return false
  if (isTaskVerb(first)) return true
  const word = first.toLowerCase()
  if (first !== word || /(?:s|ed)$/.test(first) || /^(?:to|will|should|soll|wird)$/.test(second)) return false
  return !handles.some(({ name: handle }) => {
    const name = handle.toLowerCase()
    return name === word || (word.length > 3 && name.includes(word))
  })
}

/** The line that holds an offset, or as much of a long one as is near. */
function lineNear(text: string, offset: number): Span {
  return { start: lineBefore(text, offset, farthest).start, end: lineBehind(text, offset, farthest).end }
}

/** What stands below a list item and deeper than it, or goes on with its paragraph. */
function below({ text }: Minutes, line: Span): Span {
  const indent = indentAt(text, line.start)
  let end = line.end
  for (let count = 0; count < mostLinesBelow; count += 1) {
    const start = nextLine(text, end)
    if (start >= text.length) break
    const next = lineNear(text, start)
    const isItem = /^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]/.test(text.slice(next.start, next.start + 60))
    const isBlank = next.start === next.end || text.slice(next.start, next.end).trim() === ''
    if (isBlank || text[next.start] === '#' || (isItem && indentAt(text, next.start) <= indent)) break
    end = next.end
  }
  return { start: line.end, end }
}

/** Whether the list item around begins or ends with a handle. */
function parentIsOwned(minutes: Minutes, line: Span): boolean {
  const { text, facts } = minutes
  const { items } = facts
  const at = countUpTo(items, line.end, ({ marker }) => marker.start) - 1
  const own = items[at]
  if (!own || own.marker.start < line.start) return false
  for (let parent = at - 1; parent >= 0 && parent > at - 50; parent -= 1) {
    if (items[parent]!.depth < own.depth) return holdsHandle(minutes, lineNear(text, items[parent]!.content))
  }
  return false
}

function holdsHandle({ handles }: Minutes, span: Span): boolean {
  return handlesIn(handles, span).length > 0
}
