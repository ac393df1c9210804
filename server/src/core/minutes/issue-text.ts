import type { Heading, Link } from '../syntax/facts.ts'
import { letters } from '../text/letters.ts'
import { lastUpTo } from '../text/search.ts'
import { contains, type Span, slice } from '../text/span.ts'
import { type Shorthand, shorthandsIn } from './shorthand.ts'

/** What minutes say of an issue where they link it. */
export interface IssueText {
  /** The number in the link's text. */
  readonly label: IssueLabel | undefined
  readonly title: IssueTitle | undefined
}

export interface IssueLabel {
  /** As that of a shorthand. */
  readonly alias: string
  /** What stands before the number where the text begins with it: `standards/#`; not "PR #", which says what kind it is. */
  readonly form: string | undefined
  /** Whether the text goes on with a title. */
  readonly withTitle: boolean
}

/** What an issue is about. */
export interface IssueTitle {
  readonly text: string
  /** Whether it stands beside the number to name it: in the link's text, or in a heading. Other texts of links may say anything. */
  readonly labelled: boolean
}

const longest = 150
/** With a URL in it. */
const longestHeading = 500

/** Reads the text of a link to the issue with a number, and the heading in which it stands. */
export function issueTextOf(text: string, link: Link, number: number, headings: readonly Heading[]): IssueText {
  const isShown = link.kind === 'inline' || link.kind === 'reference'
  if (isShown && link.text.end - link.text.start > longest) return { label: undefined, title: undefined }
  const named = isShown ? shorthandsIn(text, link.text) : []
  const [own] = named
  if (own && (named.length > 1 || own.number !== number)) return { label: undefined, title: undefined }
  const shown = isShown ? titleIn(text, link.text, own?.span, number) : undefined
  const label = own && { alias: own.alias, form: formOf(text, link.text, own), withTitle: shown !== undefined }
  if (shown !== undefined) return { label, title: { text: shown, labelled: own !== undefined } }
  const rest = !isShown || own ? headingAround(text, link, headings) : undefined
  const heading = rest && titleIn(text, rest, link.span, number)
  return { label, title: heading === undefined ? undefined : { text: heading, labelled: true } }
}

function formOf(text: string, shown: Span, { alias, span }: Shorthand): string | undefined {
  const form = text.slice(span.start, text.indexOf('#', span.start) + 1)
  return span.start === shown.start && form.startsWith(alias || '#') ? form : undefined
}

/** The content of the heading that a link stands in, and no other link. */
function headingAround(text: string, { span }: Link, headings: readonly Heading[]): Span | undefined {
  const heading = lastUpTo(headings, span.start, (one) => one.span.start)
  if (!heading || !contains(heading.content, span)) return undefined
  const { start, end } = heading.content
  if (end - start > longestHeading) return undefined
  return /\]\(|:\/\//.test(text.slice(start, span.start) + text.slice(span.end, end)) ? undefined : heading.content
}

/** What a piece of a text says before or behind the number of an issue. */
function titleIn(text: string, piece: Span, label: Span | undefined, number: number): string | undefined {
  if (!label) return titleOf(slice(text, piece), number)
  if (contains(label, piece)) return undefined
  const before = text.slice(piece.start, label.start)
  const behind = text.slice(label.end, piece.end)
  if (!saysMore.test(behind)) return titleOf(before, number)
  return saysMore.test(before) ? undefined : titleOf(behind, number)
}

const saysMore = new RegExp(`[${letters}]`)

function titleOf(text: string, number: number): string | undefined {
  if (text.length < shortest || text.length > longest) return undefined
  const title = cleaned(text)
  return isTitle(title, String(number)) ? title : undefined
}

const shortest = 3

/** Without the marks that join it to the number, its own number in a list, and emphasis. */
function cleaned(text: string): string {
  return text
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/^[\s:,;/|–—-]+|(?<![\s:,;/|([–—-])[\s:,;/|([–—-]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/^[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** How texts begin, end or are that point at an issue, or say how it stands, and do not name it. */
const pointing =
  /^(?:and|comment|here|items|remarks|see|that|these|this|siehe|hier)(?!\p{L})|^(?:\S+[ /])?(?:issues?|prs?|mrs?|pull|merge|epic|ticket|story|request)(?!\p{L})|(?:^| )(?:and|at|by|for|from|in|of|to|with)$/iu
const vague =
  /^(?:adr|closed?|comments?|details?|discuss(?:ion|ed)?|done|draft|links?|new|open|outcomes?|proposal|results?|review(?:ed)?|slides?|status|suggest(?:ed|ion)|summary|tasks?|tracking|updated?)$/i

function isTitle(text: string, number: string): boolean {
  if (text.length < shortest || /\]\(|#\S|:\/\//.test(text) || !/\p{L}{2}/u.test(text)) return false
  if (pointing.test(text) || vague.test(text)) return false
  const words = text.split(' ')
  return !words.includes(number) && (words.length > 2 || /^\p{Lu}/u.test(text))
}
