import { isLiteral } from '../syntax/literal.ts'
import { columnsOf } from '../text/indent.ts'
import { lineBefore, nextLine } from '../text/lines.ts'
import { isWithin } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { trimStart } from '../text/trim.ts'
import { withBlanksFor } from './allowance.ts'
import type { Minutes } from './minutes.ts'

type Read = Pick<Minutes, 'scan' | 'facts' | 'allowances'>

/** In Markdown's terms some of these are text, such as a bullet far to the right below a paragraph; people see an empty item all the same. */
const bulletAtEnd = /[-*+](?=[ \t]{0,60}(?:[\r\n]|$))/g
const longestIndent = 60

/** The bullets with nothing behind them, nor below them. Each span is that of the bullet. */
export function emptyItemsOf({ scan: written, facts, allowances }: Read): Span[] {
  const scan = withBlanksFor(written, allowances)
  const { text } = scan
  const headings = facts.headings.map(({ span }) => span)
  const empty: Span[] = []
  for (const { index } of scan.matches(bulletAtEnd)) {
    const before = slice(text, lineBefore(text, index, longestIndent + 1))
    if (before.length > longestIndent || /[^ \t>]/.test(before)) continue
    const end = index + 1
    const isProse = !isLiteral(facts, end - 1) && !isWithin(headings, end - 1)
    if (isProse && !goesOn(text, end, columnsOf(before))) empty.push({ start: end - 1, end })
  }
  return empty
}

/** Whether the next line stands deeper than the bullet: then it is the item's text, or an item of its own below it. */
function goesOn(text: string, end: number, indent: number): boolean {
  const start = nextLine(text, trimStart(text, { start: end, end: text.length }, /[ \t]/).start)
  const words = trimStart(text, { start, end: text.length }, /[ \t>]/).start
  return /[^\r\n]/.test(text[words] ?? '') && columnsOf(text.slice(start, words)) > indent
}
