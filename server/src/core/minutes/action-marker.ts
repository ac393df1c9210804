import { endOf, matchAt } from '../text/match-at.ts'
import type { Scan } from '../text/scan.ts'
import type { Span } from '../text/span.ts'
import {
  handlesAtEndOf,
  handlesBehind,
  isName,
  knownNameAt,
  knownNamesAtEndOf,
  nameAt,
  type Owner,
} from './action-owner.ts'
import { isTaskVerb } from './action-words.ts'
import type { KnownNames } from './known-names.ts'

/** A word that makes an action of what stands behind it: `AI`, `Action item`, `TODO`. */
export interface Marker {
  readonly span: Span
  readonly owner: Owner | undefined
  /** Where what is to be done begins. */
  readonly behind: number
  /** Written as `@AI name`. */
  readonly swapped: boolean
  /** Whether handles behind it, or its form, leave no doubt that it is a marker. */
  readonly certain: boolean
}

/**
 * The shapes were counted on real minutes: `_AI @x: …_`, `AI @x …`, `AI: @x …`, `AI: …`, `(AI @x)`, `Action Item *@x:** …`; others write
 * `ACTION: Jonas to …`, `**ACTION 62.5:** …`, `#action jonas …`.
 */
const markers =
  /(?<![A-Za-z0-9À-ɏ@/.#-]|[A-Za-z0-9À-ɏ]_)(?:AIs?|A(?:CTION|ction)s?(?:[ \t](?:ITEM|Item|item|POINT|Point|point)[Ss]?)?|action(?:[ \t](?:item|point)s?)?|TODOs?|ToDos?|Todo|todo|To[ -][Dd]o|A(?:UFGABE|ufgabe)[Nn]?)(?![A-Za-z0-9À-ɏ/'’-])(?:[ \t]#?[0-9]{1,4}(?:\.[0-9]{1,4})?(?=[ \t]{0,3}[:*_\]]))?|(?<![A-Za-z0-9#&/])#(?:action|ACTION)(?=[ \t])|(?<![A-Za-z0-9@/.-])@AI(?=[ \t]{1,3}[A-Za-z0-9])/g
const colon =
  /[*_]{0,3}\]?[ \t]{0,3}(?:[([]([^()[\]\r\n]{1,60})[)\]][ \t]{0,3})?[*_]{0,3}:(?!\/\/)[*_]{0,3}\]?[ \t]{0,3}[*_]{0,3}/y
const dash = /[*_]{0,3}[ \t]{1,3}[–—-][ \t]{1,3}/y
const blanks = /[ \t]{1,3}/y
const swappedName = /[ \t]{1,3}([A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?)(?=[*_]{0,3}[ \t:),]|[*_]{0,3}$)/my
/** `AI Jonas: Write …`, `AI Jonas to write …`. */
const namedBehind = /[ \t]([A-ZÀ-Þ][a-zà-ɏ'-]{1,30})(?:[ \t]{0,3}:[ \t]{1,3}|[ \t]to[ \t])([A-Za-z-]{1,30})/y
const firstWord = /[ \t]{0,3}([A-Za-zÀ-ɏ-]{2,30})/y

/** The markers of a text. `lineOf` gives the line that holds an offset, without the emphasis at its end. */
export function* markersOf(scan: Scan, names: KnownNames, lineOf: (offset: number) => Span): Generator<Marker> {
  const { text } = scan
  for (const match of scan.matches(markers)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const marker =
      match[0] === '@AI' ? swapped(text, span) : (owned(text, span) ?? unowned(text, span, match[0], names, lineOf))
    if (marker) yield marker
  }
}

function swapped(text: string, span: Span): Marker | undefined {
  const match = matchAt(swappedName, text, span.end)
  if (!match) return undefined
  const end = endOf(match)
  const owner = { span: { start: end - match[1]!.length, end }, handles: [match[1]!], behind: end }
  return { span, owner, behind: end, swapped: true, certain: false }
}

function owned(text: string, span: Span): Marker | undefined {
  const owner = handlesBehind(text, span.end, text[span.start - 1] === '(')
  if (!owner) return undefined
  // What stands before the handles of "(AI research @x)" is what is to be done.
  const behind = /^[^@]{0,8}$/.test(text.slice(span.end, owner.span.start)) ? owner.behind : span.end
  return { span, owner, behind, swapped: false, certain: owner.handles.length > 0 }
}

function unowned(
  text: string,
  span: Span,
  word: string,
  names: KnownNames,
  lineOf: (offset: number) => Span,
): Marker | undefined {
  if (!mayBegin(text, span.start)) return undefined
  const isTopic = word.startsWith('AI')
  const named = knownBehind(text, span, names) ?? (isTopic ? nameBehind(text, span) : undefined)
  if (named) return named
  const opening = openingBehind(text, span.end, word)
  if (!opening) return undefined
  const { behind, bracketed } = opening
  const known = knownNameAt(text, behind, names)
  const line = lineOf(span.start)
  const atEnd = handlesAtEndOf(text, line) ?? knownNamesAtEndOf(text, { start: behind, end: line.end }, names)
  const owner = bracketed ?? nameAt(text, behind) ?? known ?? atEnd
  const isOwned = bracketed !== undefined || known !== undefined || (owner !== undefined && owner === atEnd)
  const certain = !isTopic || isOwned || followsArrow(text, span.start)
  return {
    span,
    owner,
    behind: owner && owner.behind > behind && owner.span.start === behind ? owner.behind : behind,
    swapped: false,
    certain: certain || startsWithVerb(text, owner && !owner.handles.length ? owner.behind : behind),
  }
}

function openingBehind(
  text: string,
  at: number,
  word: string,
): { behind: number; bracketed: Owner | undefined } | undefined {
  const match = matchAt(word.startsWith('#') ? blanks : colon, text, at)
  if (match) {
    const behind = endOf(match)
    if (match[1] === undefined || !isName(match[1])) return { behind, bracketed: undefined }
    const start = at + match[0].indexOf(match[1])
    return { behind, bracketed: { span: { start, end: start + match[1].length }, handles: [], behind } }
  }
  const parted = /^ACTION/.test(word) ? matchAt(dash, text, at) : undefined
  return parted && { behind: endOf(parted), bracketed: undefined }
}

/** `TODO Jonas: ropes`, where Jonas was in the meeting. */
function knownBehind(text: string, span: Span, names: KnownNames): Marker | undefined {
  const start = matchAt(blanks, text, span.end) ? endOf(matchAt(blanks, text, span.end)!) : undefined
  const owner = start === undefined ? undefined : knownNameAt(text, start, names)
  if (!owner || !/:|[ \t]$/.test(text.slice(owner.span.end, owner.behind))) return undefined
  return { span, owner, behind: owner.behind, swapped: false, certain: true }
}

function nameBehind(text: string, span: Span): Marker | undefined {
  const match = matchAt(namedBehind, text, span.end)
  if (!match || isTaskVerb(match[1]!) || notPeople.test(match[1]!) || !isTaskVerb(match[2]!)) return undefined
  const start = span.end + match[0].indexOf(match[1]!)
  const behind = endOf(match) - match[2]!.length
  const owner = { span: { start, end: start + match[1]!.length }, handles: [], behind }
  return { span, owner, behind, swapped: false, certain: true }
}

/** What "AI" is followed by when it is a topic. */
const notPeople =
  /^(?:Act|Agents?|Alliance|Assistants?|Chat|Code|Coding|Committee|Ethics|Factory|Governance|Group|Models?|Policy|Pilot|Platform|Safety|Security|Services?|Strategy|Summary|Systems?|Team|Tools?|Tooling|Topics?|Updates?|Usage|Working)$/

function startsWithVerb(text: string, at: number): boolean {
  const word = matchAt(firstWord, text, at)?.[1]
  return word !== undefined && isTaskVerb(word)
}

/** "Chart or operator? -> AI: short paper" */
function followsArrow(text: string, start: number): boolean {
  return /(?:[-=]>|→)[ \t]{0,3}[*_]{0,3}$/.test(text.slice(Math.max(0, start - 8), start))
}

/** Whether a marker without handles may stand here: at the beginning of a line, a sentence or a remark. "GitHub Action: …" is none. */
function mayBegin(text: string, start: number): boolean {
  let at = start - 1
  for (const first = Math.max(0, start - 8); at >= first && /[ \t*_[]/.test(text[at]!); at -= 1);
  return at < 0 || !/[A-Za-z0-9À-ɏ'’"“”:/&+]/.test(text[at]!)
}
