import type { Minutes } from '../../minutes/minutes.ts'
import type { Facts } from '../../syntax/facts.ts'
import { lineAround, lineEndBefore, nextLine } from '../../text/lines.ts'
import { lastUpTo } from '../../text/search.ts'
import type { Span } from '../../text/span.ts'
import { trim, trimStart } from '../../text/trim.ts'

/** The lines of prose around a place, without the bullet before them; `undefined` where none is. */
export function paragraphAt({ text, facts }: Minutes, offset: number): Span | undefined {
  const first = lineAround(text, offset)
  if (!isProse(text, first, facts)) return undefined
  let { start, end } = first
  while (start > 0 && itemIn(facts, { start, end: lineAround(text, start).end }) === undefined) {
    const before = lineAround(text, lineEndBefore(text, start))
    if (!isProse(text, before, facts)) break
    start = before.start
  }
  for (let next = nextLine(text, end); next > end; next = nextLine(text, end)) {
    const line = lineAround(text, next)
    if (!isProse(text, line, facts) || itemIn(facts, line) !== undefined) break
    end = line.end
  }
  const content = itemIn(facts, lineAround(text, start)) ?? trimStart(text, { start, end }, /[\s>]/).start
  const said = trim(text, { start: Math.min(content, end), end })
  return said.start < said.end ? said : undefined
}

/** Where the text of a list item begins, if one begins in a line: of several the last one's. */
function itemIn({ items }: Facts, { start, end }: Span): number | undefined {
  const item = lastUpTo(items, end, ({ marker }) => marker.start)
  return item && item.marker.start >= start ? item.content : undefined
}

/** Whether a line is neither blank nor of front matter, a heading, a break or a table, nor of code or HTML that takes all of it. */
function isProse(text: string, line: Span, { frontMatter, headings, breaks, tables, code, html }: Facts): boolean {
  const said = trim(text, line)
  if (said.start >= said.end || (frontMatter && said.start < frontMatter.span.end)) return false
  const heading = lastUpTo(headings, said.end, ({ span }) => span.start)
  if (heading && said.start < heading.span.end) return false
  return ![breaks, tables, code, html].some((spans) => {
    const last = lastUpTo(spans, said.start, ({ start }) => start)
    return last !== undefined && said.end <= last.end
  })
}
