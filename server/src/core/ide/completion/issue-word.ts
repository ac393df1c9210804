import type { Minutes } from '../../minutes/minutes.ts'
import { aliasBefore, isKind } from '../../minutes/shorthand.ts'
import { linkAround } from '../../syntax/link.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { lineBefore } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'

/** A `#` that may begin the number of an issue, with what has been written of it around a place. */
export interface IssueWord {
  /** All of it, and the brackets around it: the link brings its own. */
  readonly span: Span
  /** What stands before the `#`, without a slash at its end. */
  readonly alias: string
  /** Where the number begins. */
  readonly start: number
  /** What stands between the `#` and the place, in small letters. */
  readonly typed: string
}

const before = /#((?:[\p{L}\p{N}][\p{L}\p{N}_-]*)?)$/u
const behind = /^[\p{L}\p{N}_-]*/u
const longest = 64

/** `undefined` where no issue is being typed: in code, in a link, and where the `#` begins a heading. */
export function issueWordAt({ text, facts }: Minutes, offset: number): IssueWord | undefined {
  const match = before.exec(text.slice(Math.max(0, offset - longest), offset))
  if (!match) return undefined
  const at = offset - match[0].length
  const alias = aliasBefore(text, at)
  if (!alias || isLiteral(facts, at) || linkAround(facts.links, at)) return undefined
  const isBare = alias.start === at || isKind(slice(text, alias))
  const start = isBare ? at : alias.start
  if (isBare && !mayBeginBare(text, at, alias.start)) return undefined
  // Behind `](` stands where a link leads.
  if (text[start - 1] === '(' && text[start - 2] === ']') return undefined
  const end = offset + behind.exec(text.slice(offset, offset + longest))![0].length
  const bracketed = text[start - 1] === '[' && text[start - 2] !== '!'
  return {
    span: bracketed ? { start: start - 1, end: text[end] === ']' ? end + 1 : end } : { start, end },
    alias: isBare ? '' : slice(text, alias),
    start: at + 1,
    typed: match[1]!.toLowerCase(),
  }
}

/**
 * Behind a blank or a bracket, but not at the start of a line or a quotation. In an item of a list a number comes first more often than a heading.
 * `start` is that of a word such as "PR".
 */
function mayBeginBare(text: string, at: number, start: number): boolean {
  if (start === at && !/[\s([]/.test(text[at - 1] ?? '')) return false
  return /[^\s>]/.test(slice(text, lineBefore(text, at, longest)))
}
