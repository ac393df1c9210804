import type { Minutes } from '../../minutes/minutes.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { lineBefore, lineBehind } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'

/**
 * Where in a link a caret stands. While a link is being typed it is none yet: the line tells.
 *
 * | form | source |
 * | --- | --- |
 * | inline | `[text](URL`, `[text](<URL` |
 * | definition | `[label]: URL` |
 * | autolink | `<URL` |
 * | bare | `https://…` |
 */
export interface AddressPlace {
  readonly form: 'inline' | 'definition' | 'autolink' | 'bare'
  /** Whether what it leads to is shown: `![text](URL`. */
  readonly image: boolean
  /** What a URL replaces: all of the old one but its fragment. */
  readonly span: Span
  /** The URL up to the caret. */
  readonly typed: string
  /** What stands between the span's start and `typed`: the `<` of an autolink. */
  readonly lead: string
  /** The URL as it is written there. */
  readonly write: (url: string) => string
}

/** Behind the `[` with which a link begins, before its text is complete. */
export interface TextPlace {
  readonly image: boolean
  /** What the whole link replaces: from the `[`, or the `!` before it, to the `]` that editors put behind the caret. */
  readonly span: Span
  /** The text up to the caret. */
  readonly typed: string
}

const longestLine = 1000

const inline = /\]\((?:[ \t]*<([^<>]*)|[ \t]*([^\s()<>]*))$/
const shown = /!\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\([^()]*$/
const definition = /^[ \t]{0,3}\[(?!\^)[^[\]]+\]:([ \t]*)(<?)([^\s<>]*)$/
const autolink = /(?:^|[\s([*_>:|])<([^\s<>]*)$/
const bare = /(?<![\p{L}\p{N}])https?:[^\s()<>[\]"']*$/u

/** The URL that is being typed at an offset; `undefined` where none is, and in code, HTML and front matter. */
export function addressAt({ text, facts }: Minutes, offset: number): AddressPlace | undefined {
  const before = slice(text, lineBefore(text, offset, longestLine))
  if (!before || isLiteral(facts, offset - 1)) return undefined
  const behind = slice(text, lineBehind(text, offset, longestLine))
  return (
    inlineAt(before, behind, offset) ??
    definitionAt(before, behind, offset) ??
    autolinkAt(before, behind, offset) ??
    bareAt(before, behind, offset)
  )
}

const linkText = /(?<![\]\\[\p{L}\p{N}])(!?)\[([^[\]\\]*)$/u
/** What is in brackets already goes on behind the caret. */
const restOfLink = /^[^[\]]*\]/

/** The text of a link that is being typed at an offset. A task's box, a footnote and the text of a link that is complete are none. */
export function linkTextAt(minutes: Minutes, offset: number): TextPlace | undefined {
  const { facts } = minutes
  const before = slice(minutes.text, lineBefore(minutes.text, offset, longestLine))
  const match = linkText.exec(before)
  if (!match || isLiteral(facts, offset - 1)) return undefined
  const behind = slice(minutes.text, lineBehind(minutes.text, offset, longestLine))
  const [whole, mark, typed] = match
  const start = offset - whole.length
  const closed = behind.startsWith(']') && !/^\][([:]/.test(behind)
  if (/^[\s^]/.test(typed!) || (!closed && restOfLink.test(behind))) return undefined
  if (!mark && mayBeBox(minutes, start, typed!)) return undefined
  return { image: mark === '!', span: { start, end: offset + Number(closed) }, typed: typed! }
}

/** Behind a bullet, `[` begins a box more often than a link. */
function mayBeBox({ facts }: Minutes, start: number, typed: string): boolean {
  return /^[xX]?$/.test(typed) && facts.items.some(({ content }) => content === start)
}

function inlineAt(before: string, behind: string, offset: number): AddressPlace | undefined {
  const match = inline.exec(before)
  if (!match) return undefined
  const [, angled, plain] = match
  const typed = angled ?? plain!
  const rest = (angled === undefined ? /^[^\s()<>#]*/ : /^[^<>#]*/).exec(behind)![0]
  const span = { start: offset - typed.length, end: offset + rest.length }
  return { form: 'inline', image: shown.test(before), span, typed, lead: '', write: (url) => url }
}

function definitionAt(before: string, behind: string, offset: number): AddressPlace | undefined {
  const match = definition.exec(before)
  if (!match) return undefined
  const [, blanks, , typed] = match
  const blank = blanks ? '' : ' '
  const span = { start: offset - typed!.length, end: offset + /^[^\s#<>]*/.exec(behind)![0].length }
  return { form: 'definition', image: false, span, typed: typed!, lead: '', write: (url) => blank + url }
}

function autolinkAt(before: string, behind: string, offset: number): AddressPlace | undefined {
  const typed = autolink.exec(before)?.[1]
  if (typed === undefined) return undefined
  const rest = /^[^\s<>#]*/.exec(behind)![0]
  const fragment = /^#[^\s<>]*>/.test(behind.slice(rest.length))
  const end = offset + rest.length + (behind[rest.length] === '>' ? 1 : 0)
  const write = (url: string) => (fragment ? `<${url}` : `<${url}>`)
  return { form: 'autolink', image: false, span: { start: offset - typed.length - 1, end }, typed, lead: '<', write }
}

function bareAt(before: string, behind: string, offset: number): AddressPlace | undefined {
  const typed = bare.exec(before)?.[0]
  if (typed === undefined) return undefined
  const end = offset + /^[^\s()<>[\]"'#]*/.exec(behind)![0].length
  return {
    form: 'bare',
    image: false,
    span: { start: offset - typed.length, end },
    typed,
    lead: '',
    write: (url) => url,
  }
}
