import { letters } from '../text/letters.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import { type Span, slice } from '../text/span.ts'
import { isTaskVerb } from './action-words.ts'
import type { KnownNames } from './known-names.ts'

/** Who is to do something, and where that stands. */
export interface Owner {
  /** The handles, or the name of a person or a team, or a bare `@` that waits for its name. */
  readonly span: Span
  /** Without `@`; empty when a name without a handle stands there. */
  readonly handles: readonly string[]
  /** Where what is to be done begins, when the owner stands before it. */
  readonly behind: number
}

/** Longer gaps are none that people type, and bounded ones cost no time. */
const gap = '[ \\t]{0,3}'
const marks = '[*_]{0,3}'
const name = `[${letters}](?:[${letters}._-]{0,60}[${letters}])?`
const handle = `\\[?@${name}(?:\\]\\([^()\\s]{0,200}\\)|\\])?`
const and = `(?:${gap}[,&/+;]${gap}(?:(?:and|und)[ \\t]{1,3})?|[ \\t]{1,3}(?:(?:and|und|with|mit|w/)[ \\t]{1,3})?)`
const handles = `${handle}(?:${marks}${and}${marks}${handle}){0,9}`
/** `: @x`, ` @x`, `(@x)`, `for @x`, with emphasis anywhere between. */
const handlesAhead = new RegExp(
  `${marks}\\]?${gap}(?:(?:on|for|an|für)[ \\t])?:?${marks}${gap}[([]?${marks}(${handles})${marks}[)\\]]?`,
  'y',
)
const handlesInBrackets = new RegExp(`[ \\t][^()@\\r\\n]{1,80}[ \\t:](${handles})${gap}\\)`, 'y')
const bareHandle = new RegExp(`${marks}${gap}:?${marks}${gap}(@)(?![${letters}])`, 'y')
/** What stands at the end of a line, behind what is to be done: `(@x)`, `– @x`, `@x`. */
const handlesAtEnd = new RegExp(`(?:[([>–—-]${gap}|[ \\t])${marks}(${handles})[)\\]._*,;:!✅ \\t]{0,8}$`)
/** As much of a line's end as may name who does it. */
const longestEnd = 160

/** The handles to which a marker that ends at `at` belongs. */
export function handlesBehind(text: string, at: number, inBrackets: boolean): Owner | undefined {
  return (
    matchOwner(handlesAhead, text, at) ??
    (inBrackets ? matchOwner(handlesInBrackets, text, at) : undefined) ??
    matchOwner(bareHandle, text, at)
  )
}

/** The handles at the very end of a line. */
export function handlesAtEndOf(text: string, line: Span): Owner | undefined {
  const start = Math.max(line.start, line.end - longestEnd)
  const match = handlesAtEnd.exec(text.slice(start, line.end))
  if (!match) return undefined
  const from = start + match.index + match[0].indexOf(match[1]!)
  return { span: { start: from, end: from + match[1]!.length }, handles: namesIn(match[1]!), behind: from }
}

const capital = "[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9.'’-]{0,30}"
const fullName = `${capital}(?:[ ]${capital}){0,2}`
const names = `${fullName}(?:(?:,[ ]?(?:and[ ])?|[ ](?:and|und|or|oder|&|\\+)[ ]|[ ]?/[ ]?)${fullName}){0,6}`
const willDo =
  '(?:to|will|should|shall|can|could|must|needs?|is|are|has|would|wird|soll|sollte|kann|macht|volunteers?|volunteered)'
/** `Jonas: write …`, `Jonas and Ines to write …`, `jonas will write …`. */
const namesFirst = new RegExp(
  `(?:(${names})(?=${gap}(?::[*_ \\t]{1,4}[^\\s*_]|[-–—→>][ >])|[ \\t]{1,3}${willDo}[ \\t])|([a-z][a-z0-9_.-]{1,30})(?=[ \\t](?:to|will|should|soll|wird)[ \\t]))${gap}(?::|[-–—→>]{1,2}|${willDo}(?=[ \\t]))?`,
  'y',
)
/** "Everyone reads …"; of a team only what it will do: "the board to decide", not "board clean-up". */
const collective = new RegExp(
  `(?:everyone|everybody|all|we|both|each|whoever|anyone|somebody|alle|wir|jede[rs]?|beide)(?![a-z0-9-])|(?:the |das |die )?(?:[a-z0-9-]{1,30}[ ])?(?:teams?|sigs?|wgs?|tsc|pmc|board|group|chairs?|editors?|maintainers?|committee|vorstand)(?=(?:[ ][a-z0-9-]{1,30})?(?:${gap}:|[ ]${willDo}[ ]))`,
  'iy',
)

/** A name without a handle with which what is to be done begins. */
export function nameAt(text: string, at: number): Owner | undefined {
  const match = matchAt(namesFirst, text, at)
  const name = match?.[1] ?? match?.[2]
  if (match && name && !isTaskVerb(/^[^\s:]*/.exec(name)![0])) {
    return { span: { start: at, end: at + name.length }, handles: [], behind: endOf(match) }
  }
  const group = matchAt(collective, text, at)
  return group && { span: { start: at, end: endOf(group) }, handles: [], behind: at }
}

/** Words that stand behind a verb, and not behind a name: "Mark the spot". */
const article =
  /[ \t](?:the|an?|all|this|these|that|those|our|my|der|die|das|den|dem|eine?n?|alle|unsere?)(?![\p{L}\p{N}])/uy
const saysMore = new RegExp(`${gap}(?::[*_]{0,3}[ \\t]|[-–—→>]{1,2}[ ])|[ \\t](?=\\S)`, 'y')

/** A person of the meeting with whose name what is to be done begins: "Jonas: repair the crane", "Jonas repairs the crane". */
export function knownNameAt(text: string, at: number, names: KnownNames): Owner | undefined {
  const end = names.endAt(text, at)
  const more = end === undefined || matchAt(article, text, end) ? undefined : matchAt(saysMore, text, end)
  return more && { span: { start: at, end: end! }, handles: [], behind: endOf(more) }
}

/** The people of the meeting who stand in brackets at the end of a line: "repair the crane (Jonas)". */
export function knownNamesAtEndOf(text: string, line: Span, names: KnownNames): Owner | undefined {
  const start = Math.max(line.start, line.end - longestEnd)
  const match = namesAtEnd.exec(text.slice(start, line.end))
  if (!match || !namesInPiece(match[1]!).every((name) => names.has(name))) return undefined
  const from = start + match.index + match[0].indexOf(match[1]!)
  return { span: { start: from, end: from + match[1]!.length }, handles: [], behind: from }
}

const namesAtEnd = new RegExp(`[ \\t][([](${names})[)\\]][._*,;:! \\t]{0,8}$`)

/** The names of a piece that holds nothing else. */
export function namesInPiece(piece: string): string[] {
  return piece.split(/,[ ]?(?:and[ ])?|[ ](?:and|und|or|oder|&|\+)[ ]|[ ]?\/[ ]?/)
}

/** Whether what stands in brackets behind a marker is a name: "AI (Jonas): …", but "TODO (maybe later): …". */
export function isName(words: string): boolean {
  return isNameAlone.test(words)
}

const isNameAlone = new RegExp(`^(?:${names}|[a-z][a-z0-9_.-]{1,38})$`)

const named = new RegExp(`(?<=(?:^|[^${letters}.]|[${letters}]/)@)${name}`, 'g')

/** The names of a piece that holds handles, without `@`. */
export function namesIn(piece: string): string[] {
  const shown = piece.replace(/\]\([^()\s]{0,200}\)/g, ']')
  return [...new Set(shown.match(named) ?? [])]
}

function matchOwner(pattern: RegExp, text: string, at: number): Owner | undefined {
  const match = matchAt(pattern, text, at)
  if (!match) return undefined
  const start = at + match[0].lastIndexOf(match[1]!)
  const span = { start, end: start + match[1]!.length }
  return { span, handles: namesIn(slice(text, span)), behind: endOf(match) }
}
