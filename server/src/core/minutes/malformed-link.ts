import { isLiteral } from '../syntax/literal.ts'
import { lineBehind, nextLine } from '../text/lines.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import { isWithin } from '../text/search.ts'
import { type Span, slice, span } from '../text/span.ts'
import { trim, trimEnd } from '../text/trim.ts'
import { deadLinks } from './dead-link.ts'
import type { Minutes } from './minutes.ts'

/** What was surely meant as a link, and is shown as brackets or leads nowhere. */
export interface MalformedLink {
  /**
   * | fault | source |
   * | --- | --- |
   * | gap | `[text] (url)` |
   * | empty | `[text]()` |
   * | unclosed | `[text](url` |
   * | unopened | `[text]url)` |
   * | blank | `[text](a url with blanks)` |
   * | swapped | `(text)[url]` |
   * | scheme | `[text](https://https://url)`, `[text](http//url)` |
   */
  readonly fault: 'gap' | 'empty' | 'unclosed' | 'unopened' | 'blank' | 'swapped' | 'scheme'
  /** The whole construct. */
  readonly span: Span
  /** Between the brackets of what a reader sees. */
  readonly text: Span
  /** The URL as far as it is one; all that stands in the parentheses where blanks are the fault. */
  readonly destination: Span
  /** Whether it is sure where the URL ends. */
  readonly sure: boolean
}

/** How far a link reaches at most, and what is looked at around it: a text may be one line of any length. */
const longestText = 300
const longestUrl = 2000

/** The malformed links of a file, in the order of the text. `exists` says whether a relative path leads to a file of the repository. */
export function malformedLinks({ text, facts }: Minutes, exists: (url: string) => boolean): MalformedLink[] {
  const found = deadLinks(text, facts)
  const bracketed = facts.links.filter(({ kind }) => kind !== 'autolink' && kind !== 'literal')
  const closed = new Set(bracketed.map((link) => link.text.end))
  const inLinks = outermost(bracketed.map((link) => link.span))
  const add = (link: MalformedLink | undefined) => {
    if (link && !isLiteral(facts, link.text.start) && !isWithin(inLinks, link.text.start)) found.push(link)
  }
  for (let at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) {
    if (closed.has(at) || !mayGoOn(text, at + 1)) continue
    const bracket = bracketBefore(text, at)
    if (bracket) add(behind(text, bracket, exists))
  }
  for (let at = text.indexOf(')[http'); at >= 0; at = text.indexOf(')[http', at + 1)) add(swapped(text, at))
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** A cheap look at what stands behind a bracket: most are closed in prose. */
function mayGoOn(text: string, at: number): boolean {
  const next = text[at]
  return next === '(' || next === 'h' || ((next === ' ' || next === '\t') && /[( \t]/.test(text[at + 1] ?? ''))
}

/** What stands in the brackets that are closed at `at`, without others in it, if it can be the text of a link. */
function bracketBefore(text: string, at: number): Span | undefined {
  const from = Math.max(0, at - longestText)
  const open = from + text.slice(from, at).lastIndexOf('[')
  const inner = span(open + 1, at)
  if (open < from || !isText(slice(text, inner))) return undefined
  // `list[i]`, `[a][b]` and an escaped bracket are none.
  return /[\p{L}\p{N}\])\\]/u.test(text[open - 1] ?? ' ') || text[at - 1] === '\\' ? undefined : inner
}

/** No citation `[1]`, box `[x]`, footnote `[^a]`, and no status `[DONE]` or `[optional]`, which stands before what it is about. */
function isText(text: string): boolean {
  const trimmed = text.trim()
  return (
    /[\p{L}#]/u.test(trimmed) &&
    trimmed.length > 1 &&
    !/[\]\r\n^]/.test(text) &&
    !/^(?:[A-Z]+|optional|done|open|closed|todo|new|draft|merged|resolved|update|info|offline|chat|edit|sic|note)$/.test(
      trimmed,
    )
  )
}

function behind(text: string, shown: Span, exists: (url: string) => boolean): MalformedLink | undefined {
  const next = shown.end + 1
  const start = shown.start - (text[shown.start - 2] === '!' ? 2 : 1)
  if (text[next] === 'h') return unopened(text, start, shown)
  if (text[next] === '(') return blanks(text, start, shown, exists) ?? unclosed(text, start, shown)
  return gap(text, start, shown, exists)
}

const GAP =
  /[ \t]{1,3}\((<[^<>\s]{1,2000}>|[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000}){0,2})\)(?![[(])/dy

function gap(text: string, start: number, shown: Span, exists: (url: string) => boolean): MalformedLink | undefined {
  const match = matchAt(GAP, text, shown.end + 1)
  if (!match) return undefined
  const url = match[1]!
  const surely = isWebUrl(url.replace('<', '')) || (/\.[a-z0-9]{2,5}(?:#|$)/i.test(url) && exists(url))
  if (!surely) return undefined
  return {
    fault: 'gap',
    span: span(start, endOf(match)),
    text: shown,
    destination: span(...match.indices![1]!),
    sure: true,
  }
}

const UNOPENED = /https?:\/\/[^\s()[\]<>]{1,2000}(?=\)(?![([]))/y

function unopened(text: string, start: number, shown: Span): MalformedLink | undefined {
  const match = matchAt(UNOPENED, text, shown.end + 1)
  if (!match) return undefined
  const destination = span(match.index, endOf(match))
  return isWithinParentheses(text, start)
    ? undefined
    : { fault: 'unopened', span: span(start, destination.end + 1), text: shown, destination, sure: true }
}

/** `([text]https://…)` is a remark in parentheses. */
function isWithinParentheses(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestText), at)
  return before.lastIndexOf('(') > Math.max(before.lastIndexOf(')'), before.lastIndexOf('\n'))
}

function blanks(text: string, start: number, shown: Span, exists: (url: string) => boolean): MalformedLink | undefined {
  const close = shown.end + slice(text, lineBehind(text, shown.end, longestUrl)).indexOf(')')
  if (close < shown.end) return undefined
  const destination = trim(text, span(shown.end + 2, close))
  const url = slice(text, destination)
  if (!/\S[ \t]+\S/.test(url) || /[<>()[\]"'“”„]|\S:\/\/.*:\/\/|[ \t]=[0-9x%]+$/.test(url)) return undefined
  const web = isWebUrl(url)
  const isUrl = web ? isPathWithBlanks(url) : /\.[a-z0-9]{2,5}$/i.test(url) && exists(url)
  return isUrl ? { fault: 'blank', span: span(start, close + 1), text: shown, destination, sure: !web } : undefined
}

/** The words behind a blank may be a remark: only a path goes on with a slash or ends with the ending of a file. */
function isPathWithBlanks(url: string): boolean {
  const rest = url.slice(url.search(/\s/))
  return (
    /\.(?:md|pdf|png|jpe?g|svg|gif|html?|pptx?|odp|docx?|odt|xlsx?|ods|ya?ml|txt|csv)(?:[?#]\S*)?$/i.test(rest) ||
    /\S\/\S/.test(rest)
  )
}

const URL_RUN = /https?:\/\/[^\s<>[\]]{1,2000}/y

function unclosed(text: string, start: number, shown: Span): MalformedLink | undefined {
  const match = matchAt(URL_RUN, text, shown.end + 2)
  if (!match) return undefined
  const run = span(match.index, endOf(match))
  const rest = slice(text, lineBehind(text, run.end, longestUrl))
  const below = slice(text, lineBehind(text, nextLine(text, run.end + rest.length), longestText))
  // What stands behind it, or on the next line, may be its end.
  if (/^[^([]*\)/.test(rest) || /^[^([]*\)/.test(below) || !isBalanced(slice(text, run))) return undefined
  const destination = trimEnd(text, run, /[.,;:!?*_'"]/)
  const sure = rest.trim() === ''
  return { fault: 'unclosed', span: span(start, destination.end), text: shown, destination, sure }
}

function isBalanced(url: string): boolean {
  let open = 0
  for (const character of url) {
    if (character === '(') open += 1
    else if (character === ')') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

const SWAPPED = /\)\[(https?:\/\/[^\s()[\]<>]{1,2000})\](?![([:])/dy

function swapped(text: string, at: number): MalformedLink | undefined {
  const match = matchAt(SWAPPED, text, at)
  const from = Math.max(0, at - longestText)
  const open = from + text.slice(from, at).lastIndexOf('(')
  const shown = span(open + 1, at)
  if (!match || open < from || !isText(slice(text, shown)) || /[)[]/.test(slice(text, shown))) return undefined
  return {
    fault: 'swapped',
    span: span(open, endOf(match)),
    text: shown,
    destination: span(...match.indices![1]!),
    sure: true,
  }
}

function isWebUrl(url: string): boolean {
  return /^https?:\/\/[\p{L}\p{N}]/iu.test(url)
}

/** Spans without those that lie in others; they are in the order of their starts. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const one of spans) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}
