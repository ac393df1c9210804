import type { Minutes } from '../../minutes/minutes.ts'
import { type ActionShape, actionShapes } from '../../repository/action-shape.ts'
import { isProse } from '../../syntax/prose.ts'
import { lineBefore, lineBehind } from '../../text/lines.ts'
import { lastUpTo } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'
import { likelyPeople } from './people.ts'
import { nameAndReason, reasonOf } from './reason.ts'
import { roleAt } from './role-place.ts'

const longestList = 50
const longestLine = 200
/** Where nobody has promised anything yet. */
const usual: ActionShape = { emphasis: '', word: 'AI', gap: ' ', behind: ': ' }

/**
 * Behind the word with which an action begins: whoever may do it, in the shape in which actions are written here. `undefined` elsewhere, and
 * where this word has no owners behind it.
 */
export function completeAction(place: Place): Completion[] | undefined {
  const begun = beginningAt(place.minutes, place.offset)
  const shape = begun && shapeFor(begun, actionShapes(place.minutes.path, place.repository))
  if (!shape || roleAt(place.minutes, begun.span.start)) return undefined
  const { span, typed } = begun
  const emphasis = begun.emphasis || (begun.isRemark ? '' : shape.emphasis)
  return likelyPeople(place, span, '', longestList).map(({ person, rank }): Completion => {
    const reason = reasonOf(rank, undefined)
    const handle = `@${person.handle}`
    const marker = `${emphasis}${shape.word}${shape.gap}${handle}${begun.isRemark ? '' : shape.behind}`
    return {
      kind: 'action',
      person: person.handle,
      label: `${shape.word} ${handle}`,
      description: nameAndReason(person.name, reason),
      detail: reason.long,
      span,
      newText: marker + emphasis,
      caret: marker.length,
      filterText: `${typed.trimEnd()} ${handle}`,
    }
  })
}

interface Beginning {
  /** From the emphasis before the word to that behind the caret. */
  readonly span: Span
  readonly typed: string
  readonly emphasis: string
  readonly word: string
  readonly colon: boolean
  /** `(AI @x)` stands behind what is to be done. */
  readonly isRemark: boolean
}

/** In a sentence the word may be about artificial intelligence: it begins a line, an item, or a remark behind an arrow or in brackets. */
const beginning =
  /(^[\s>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?|[ \t](?:->|=>|[-–—])[ \t]+|\()([*_]{0,3})(AIs?|A(?:CTION|ction)(?:[ ](?:ITEM|Item|item))?|TODO|ToDo|Todo|A(?:UFGABE|ufgabe))(:?)([ \t]*)$/

function beginningAt({ text, facts }: Minutes, offset: number): Beginning | undefined {
  const match = beginning.exec(slice(text, lineBefore(text, offset, longestLine)))
  if (!match || !isProse(facts, offset - 1)) return undefined
  const [, before, emphasis, word, colon, blanks] = match
  const rest = slice(text, lineBehind(text, offset, longestLine))
  const isRemark = before === '('
  if (!(isRemark ? /^\)?[ \t.]*$/ : /^[ \t]*(?:[*_]{1,3}[ \t]*)?$/).test(rest)) return undefined
  const heading = lastUpTo(facts.headings, offset, ({ span }) => span.start)
  if (heading && offset <= heading.span.end) return undefined
  const typed = emphasis! + word! + colon! + blanks!
  const end = offset + (isRemark ? 0 : rest.trimEnd().length)
  return {
    span: { start: offset - typed.length, end },
    typed,
    emphasis: emphasis!,
    word: word!,
    colon: colon !== '',
    isRemark,
  }
}

/** The usual shape of actions with this word; with a colon behind it only one that has the owner there. */
function shapeFor({ word, colon }: Beginning, shapes: readonly ActionShape[]): ActionShape | undefined {
  const alike = shapes.filter((shape) => shape.word === word && (!colon || shape.gap.startsWith(':')))
  return alike[0] ?? (word === usual.word && !colon && !shapes.length ? usual : undefined)
}
