import { isLiteral } from '../syntax/literal.ts'
import { lineAround } from '../text/lines.ts'
import { isWithin } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import { withBlanksFor } from './allowance.ts'
import type { Minutes } from './minutes.ts'

/** Text that waits to be replaced, or that only the pad needed. */
export interface Placeholder {
  readonly kind: 'notice' | 'end' | 'date' | 'handle' | 'blank'
  readonly span: Span
  /** The line that holds it, without white space around it. */
  readonly line: Span
}

type Read = Pick<Minutes, 'text' | 'scan' | 'facts' | 'allowances'>

const mayHold =
  /[Pp]ad|PAD|[Hh]edge[Dd]oc|HEDGEDOC|[Cc]odi[Mm][Dd]|[Aa]genda, please|[Tt]agesordnung|E(?:ND OF|NDE DE)|20[0-9Xx][Xx]|[Yy]{4}|JJJJ|@(?:$|[ \t\r\n]|[Hh]andle|[Nn]ame|[Uu]ser|[Ss]omeone|[Yy]our|[Gg]it)|<(?!https?:)[A-Za-z]|\[(?:[Yy]our|[Ii]nsert|[Ee]nter|[Aa]dd)|[Ll]orem/gm

const pad = '(?:[a-z-]{0,20}pad|hedgedoc|codimd|document|page|dokuments?|pads?)'
const notice = new RegExp(
  `^[^A-Za-zÀ-ɏ]{0,20}(?:[A-Za-zÀ-ɏ]{1,20}[^A-Za-zÀ-ɏ]{1,6}){0,3}(?:the )?(?:contents?|text|notes?|inhalte?) (?:of|in|on|dieses|des|aus diesem) (?:this )?${pad}\\b[^.?]{0,20} (?:will|is|are|gets?|werden|wird|sind|ist)\\b[^.?]{0,40}(?:public|github|gitlab|stored|öffentlich)`,
  'i',
)
const padNotice = /(?:pad|hedgedoc|codimd)/i
const alert =
  /^[\s>*_-]{0,12}(?::[a-z_]{3,30}:|🚨|⚠️?|❗|❕|‼️?|📢)[\s*_]{0,6}(?:when|if|before|please|bitte|wenn|wer|note)\b.{0,60}\b(?:agenda|topics?|items?|tagesordnung|themen)\b.{0,40}\b(?:please|bitte|note|beachte)/i
const end =
  /^[\s*_=#~-]{0,12}(?:END OF (?:THE )?(?:MEETING|MINUTES|CALL|SESSION)|ENDE DE[RS] (?:SITZUNG|TREFFENS|PROTOKOLLS|BESPRECHUNG))[\s*_=#~.!-]{0,12}$/
const dates =
  /(?<![A-Za-z0-9/_.`'"-])(?:(?:20(?:[0-9][Xx]|[Xx]{2})|YYYY|yyyy|JJJJ)([-./]?)(?:[Xx]{2}|MM|mm|[01][Xx0-9])\1(?:[Xx]{2}|DD|dd|TT|[0-3][Xx0-9])|(?:[Xx]{2}|DD|dd|TT)([-./])(?:[Xx]{2}|MM|mm)\2(?:20[0-9Xx][Xx]|YYYY|yyyy|JJJJ))(?![A-Za-z0-9/_`'"]|\.[a-z]|-[A-Za-z])/g
const labelAlone = /^[\s>*+_-]{0,14}(?:[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ /&()-]{0,40}[*_]{0,3}:)?[*_]{0,3}[ \t]{0,3}$/
/** What waits to be replaced at the end of a line: a whole blank, or an `@` alone. */
const waiting =
  /(@(?:your-?)?(?:github-?)?(?:handle|name|username|user|someone)|<(?:your |the |insert |enter |add )?(?:github )?(?:name|names|handle|handles|date|topic|topics|title|link|text|description|agenda item|attendees?|participants?|notes?)(?: here| \d)?>|\[(?:your |insert |enter |add )(?:[A-Za-zÀ-ɏ]{1,20} ){0,3}[A-Za-zÀ-ɏ]{1,20}\]|lorem ipsum\b.{0,200}|@)[*_]{0,3}$/i
/** Longer lines are prose. */
const longestLine = 260

/** The placeholders of a text, in its order. */
export function placeholdersOf(minutes: Read): Placeholder[] {
  const lines = [...linesWith(mayHold, minutes)]
  return lines.flatMap((line) => (line.end - line.start > longestLine ? [] : (placeholderIn(minutes, line) ?? [])))
}

function placeholderIn(minutes: Read, line: Span): Placeholder | undefined {
  const words = minutes.text.slice(line.start, line.end)
  if (alert.test(words) || (padNotice.test(words) && notice.test(words))) return { kind: 'notice', span: line, line }
  if (end.test(words) && hasMore(minutes.text, line)) return { kind: 'end', span: line, line }
  const blank = waiting.exec(words)
  if (blank && labelAlone.test(words.slice(0, blank.index))) {
    const start = line.start + blank.index
    return { kind: blank[1] === '@' ? 'handle' : 'blank', span: { start, end: start + blank[1]!.length }, line }
  }
  const date = dateIn(minutes, line, words)
  return date && { kind: 'date', span: date, line }
}

/** A date stands for one where a title, or a line that says nothing else, has it: others speak of how dates are written. */
function dateIn({ facts }: Read, line: Span, words: string): Span | undefined {
  for (const match of words.matchAll(dates)) {
    const start = line.start + match.index
    const span = { start, end: start + match[0].length }
    const behind = words.slice(match.index + match[0].length)
    const at = facts.headings.findIndex((heading) => heading.span.start <= start && start < heading.span.end)
    const isTitle = at >= 0 && (at < titles || /[Xx]/.test(match[0]))
    const isAlone = labelAlone.test(words.slice(0, match.index)) && !/[\p{L}\p{N}]{2}/u.test(behind.replace(time, ''))
    if ((isTitle || isAlone) && !isWithin(facts.code, start)) return span
  }
  return undefined
}

const fullLine = /\S[^\r\n]*/g
const titles = 2
const time = /[0-9XxHh]{1,2}[:.][0-9XxMm]{2}(?:[ ]?(?:am|pm|h|Uhr|UTC|CEST?))?/g

/** A mark of the end at the very end is how some close their minutes. */
function hasMore(text: string, { end }: Span): boolean {
  return /\S/.test(text.slice(end, end + 400))
}

/** The lines in which a global pattern fits, but those in code, HTML and front matter. */
function* linesWith(pattern: RegExp, { scan: written, facts, allowances }: Read): Generator<Span> {
  const scan = withBlanksFor(written, allowances)
  const { text } = scan
  let end = -1
  for (const { index } of scan.matches(pattern)) {
    if (index < end) continue
    const line = lineAround(text, index)
    end = line.end
    const span = trimStart(text, trimEnd(text, line))
    if (!isLiteral(facts, span.start)) yield span
  }
}

/** The lines of a text that do not begin in code, HTML or front matter, without white space around them. */
export function proseLinesOf(minutes: Read): Iterable<Span> {
  return linesWith(fullLine, minutes)
}
