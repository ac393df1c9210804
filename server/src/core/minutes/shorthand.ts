import type { Facts, Link } from '../syntax/facts.ts'
import { linkAround } from '../syntax/link.ts'
import { isLiteral } from '../syntax/literal.ts'
import { letters } from '../text/letters.ts'
import { lineBefore, lineBehind } from '../text/lines.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import { countUpTo, lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { type IssueUrl, parseIssueUrl } from './issue-url.ts'
import { mayNameIssue } from './shorthand-context.ts'

/** An issue or a change of a forge that is named without a link: `standards#198`, `org/repo#1`, `#12`. The repository knows which one is meant. */
export interface Shorthand {
  /** What stands before the `#`, as it is written but without a slash at its end; empty where nothing does. In a list, `standards#1, #2`, it is that of the one before. */
  readonly alias: string
  readonly number: number
  /** From the alias's first letter, or the `#`, to the number's last digit. */
  readonly span: Span
}

/** `#12th`, `#12.5`, `#12-a` and `#50c3a5` are something else. */
const digits = new RegExp(`[1-9][0-9]{0,6}(?![${letters}]|[_./-][${letters}]|:[0-9])`, 'y')
const aliasLetters = /[A-Za-z0-9_./-]/
const wholeAlias = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*){0,4}$/
const longestAlias = 140
/** What stands between two that are named together: `#1, #2`, `#1/#2`, `#1 and #2`, `#1 (+#2)`, `#1 -- #2`. */
const together = /^\)?(?:[ \t]?\(\+|[ \t]?(?:,|\/|&|\+|-{1,2}>?|[–→])[ \t]?|,?[ \t](?:and|or|und|oder|bis|to)[ \t])$/
const longestBetween = 8
const longestLine = 1000

/** The issues that a text names without a link, in its order: none in code, HTML, front matter, addresses, or what is a link. */
export function shorthandsOf(text: string, facts: Facts): Shorthand[] {
  const isProse = (at: number) => !isLiteral(facts, at) && !linkAround(facts.links, at)
  const linkBefore = (at: number) => linkedBefore(text, facts.links, at)
  return shorthandsIn(text, { start: 0, end: text.length }, isProse, linkBefore).map((shorthand) => {
    const repository = shorthand.alias ? undefined : linkedBeside(text, facts.links, shorthand)
    return repository === undefined ? shorthand : { ...shorthand, alias: repository }
  })
}

/** Those in a piece of a text that is known to be read by people, such as a link's. */
export function shorthandsIn(
  text: string,
  { start, end }: Span,
  isProse: (at: number) => boolean = () => true,
  linkBefore: (at: number) => Named | undefined = () => undefined,
): Shorthand[] {
  const found: Shorthand[] = []
  let previous: Named | undefined
  // Behind the piece there may be a long text without any.
  const searched = text.slice(0, end)
  for (let at = searched.indexOf('#', start); at >= 0; at = searched.indexOf('#', at + 1)) {
    const number = isFirstDigit(text.charCodeAt(at + 1)) ? matchAt(digits, text, at + 1) : undefined
    if (!number || endOf(number) > end || !isProse(at)) continue
    const before = latest(previous, linkBefore(at))
    const named = nameBefore(text, at, start, before)
    previous = { end: endOf(number), alias: named?.alias }
    if (!named || !isProse(named.start)) continue
    found.push({ alias: named.alias, number: Number(number[0]), span: { start: named.start, end: endOf(number) } })
  }
  return found
}

/** What is named where a piece of text ends; no alias: nothing that is known. */
interface Named {
  readonly end: number
  readonly alias: string | undefined
}

function nameBefore(
  text: string,
  at: number,
  from: number,
  before: Named | undefined,
): { readonly alias: string; readonly start: number } | undefined {
  if (before && at - before.end <= longestBetween && together.test(text.slice(before.end, at)))
    return before.alias === undefined ? undefined : { alias: before.alias, start: at }
  const word = aliasBefore(text, at, from)
  if (!word) return undefined
  const name = slice(text, word)
  if (name && !isKind(name)) return { alias: name, start: word.start }
  const line = lineBefore(text, word.start, Math.min(longestAlias, word.start - from))
  return mayNameIssue(slice(text, line)) ? { alias: '', start: word.start } : undefined
}

/** Whether a word before a number says only that it is an issue's, or a change's, whichever repository has it. */
export function isKind(word: string): boolean {
  return /^(?:issue|prs?|mrs?|pull|epic|story|discussion)$/i.test(word)
}

/** The alias that a `#` is joined to, but not before `from`: empty where there is none, `undefined` where something else is there. */
export function aliasBefore(text: string, at: number, from = 0): Span | undefined {
  const word = wordBefore(text, at, from)
  if (word.start === word.end) return word
  if (word.start > from && /[\p{L}\p{N}@:#=&?%\\/]/u.test(text[word.start - 1]!)) return undefined
  const name = slice(text, word)
  return wholeAlias.test(name) && /[A-Za-z]/.test(name) ? word : undefined
}

/** The word that a `#` at an offset is joined to, without emphasis before it and a slash behind it. */
function wordBefore(text: string, at: number, from: number): Span {
  const earliest = Math.max(from, at - longestAlias)
  let start = at
  while (start > earliest && aliasLetters.test(text[start - 1]!)) start -= 1
  while (start < at && text[start] === '_') start += 1
  return { start, end: text[at - 1] === '/' && start < at - 1 ? at - 1 : at }
}

/** The link that ends before an offset. */
function linkedBefore(text: string, links: readonly Link[], at: number): Named | undefined {
  const link = lastUpTo(links, at, ({ span }) => span.start)
  if (!link || at - link.span.end > longestBetween) return undefined
  const issue = parseIssueUrl(slice(text, link.destination))
  return { end: link.span.end, alias: issue && aliasIn(issue) }
}

/** The repository of the link behind a number, on its line, that leads to the issue of that number: `#12 (https://…/issues/12)`. */
function linkedBeside(text: string, links: readonly Link[], { span, number }: Shorthand): string | undefined {
  const line = lineBehind(text, span.end, longestLine)
  for (let at = countUpTo(links, span.start, (link) => link.span.start); at < links.length; at += 1) {
    const { span: other, destination } = links[at]!
    if (other.start > line.end) return undefined
    const issue = parseIssueUrl(slice(text, destination))
    if (issue?.number === number) return aliasIn(issue)
  }
  return undefined
}

/** The name of a repository on its forge, by which it is called everywhere. */
function aliasIn({ repository }: IssueUrl): string {
  return repository.replace(/^https?:\/\/[^/]+\//i, '')
}

function latest(one: Named | undefined, other: Named | undefined): Named | undefined {
  return !other || (one && one.end >= other.end) ? one : other
}

/** No number begins with 0. */
function isFirstDigit(code: number): boolean {
  return code > 48 && code <= 57
}
