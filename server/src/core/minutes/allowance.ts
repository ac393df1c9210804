import type { Facts } from '../syntax/facts.ts'
import { lineAround } from '../text/lines.ts'
import { Scan } from '../text/scan.ts'
import { type Span, slice } from '../text/span.ts'
import { trim, trimStart } from '../text/trim.ts'

/** A comment by which a writer says that rules are wrong here: `<!-- minutes-allow RULE… -->` or `<!-- minutes-allow-file RULE… -->`. */
export interface Allowance {
  /** The whole comment. */
  readonly span: Span
  /** Where the findings start that it allows: in its own line, in the next line that says something, or anywhere. */
  readonly reach: Span
  readonly wholeFile: boolean
  /** Whether the comment has its line for itself. */
  readonly alone: boolean
  readonly rules: readonly AllowedRule[]
  /** Where the list of rules ends: there another one may be added. */
  readonly end: number
  /** Whether it says why, behind a colon. */
  readonly hasReason: boolean
}

export interface AllowedRule {
  readonly id: string
  readonly span: Span
}

const head = /^<!--[ \t]{0,9}minutes-allow(-file)?(?![\w-])/
const listed = /[ \t]{0,9}(?:,|[ \t])[ \t]{0,9}([a-z][a-z0-9-]*)(?![\w])/gy
const reason = /^[ \t]{0,9}:/

/** The comments of a text that allow rules, in its order. */
export function allowancesOf(text: string, { html }: Facts): Allowance[] {
  if (!text.includes('minutes-allow')) return []
  const comments = html.flatMap((span) => commentsIn(text, span).filter((comment) => head.test(slice(text, comment))))
  const allowances: Allowance[] = []
  let line: Span | undefined
  for (const comment of comments.toReversed()) {
    if (!line || comment.start < line.start) line = lineAround(text, comment.start)
    allowances.push(read(text, comment, line, allowances.at(-1)))
  }
  return allowances.reverse()
}

/** The text with blanks where it allows rules, so that a comment makes no other line of one. All else keeps its place. */
export function withBlanksFor(scan: Scan, allowances: readonly Allowance[]): Scan {
  if (!allowances.length) return scan
  const { text } = scan
  let result = ''
  let done = 0
  for (const { span } of allowances) {
    result += text.slice(done, span.start) + slice(text, span).replace(/[^\r\n]/g, ' ')
    done = span.end
  }
  return new Scan(result + text.slice(done))
}

/** `behind` is the next of the text's comments. */
function read(text: string, comment: Span, line: Span, behind: Allowance | undefined): Allowance {
  const said = slice(text, comment)
  const [start, file] = head.exec(said)!
  const rules = rulesIn(said.slice(start.length), comment.start + start.length)
  const end = rules.at(-1)?.span.end ?? comment.start + start.length
  const own = trim(text, line)
  const alone = own.start === comment.start && own.end === comment.end
  return {
    span: comment,
    reach: file ? { start: 0, end: text.length + 1 } : alone ? reachBelow(text, line, behind) : throughEnd(line),
    wholeFile: file !== undefined,
    alone,
    rules,
    end,
    hasReason: reason.test(said.slice(end - comment.start)),
  }
}

function rulesIn(list: string, offset: number): AllowedRule[] {
  return [...list.matchAll(listed)].map((match) => {
    const end = offset + match.index + match[0].length
    return { id: match[1]!, span: { start: end - match[1]!.length, end } }
  })
}

/** Several comments above one line are all about that line. */
function reachBelow(text: string, line: Span, behind: Allowance | undefined): Span {
  const next = trimStart(text, { start: line.end, end: text.length }).start
  if (behind?.alone && !behind.wholeFile && behind.span.start === next) return behind.reach
  return throughEnd(lineAround(text, next))
}

/** A finding may stand at the end of a line, where something is missing. */
function throughEnd({ start, end }: Span): Span {
  return { start, end: end + 1 }
}

/** A block of HTML may hold several comments, and other things. */
function commentsIn(text: string, { start, end }: Span): Span[] {
  const comments: Span[] = []
  for (let at = text.indexOf('<!--', start); at >= 0 && at < end; at = text.indexOf('<!--', at + 4)) {
    const close = text.indexOf('-->', at + 4)
    if (close < 0 || close >= end) break
    comments.push({ start: at, end: close + 3 })
    at = close
  }
  return comments
}
