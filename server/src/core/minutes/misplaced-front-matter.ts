import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround, nextLine } from '../text/lines.ts'
import { type Span, slice, span } from '../text/span.ts'

/** What stands above the front matter of a deck is short: a heading, a notice of the pad, some blank lines. */
const mostLinesAbove = 20
const mostLinesInside = 200

const FENCE = /^---[ \t]*$/
/** A comment that allows something may stand behind it. */
const OPENING = /^---[ \t]*(?:<!-- minutes-allow[^<>]{0,200}-->[ \t]*)?$/
/** A key with its value, something indented, an item of a list, a comment or a blank line. */
const YAML = /^(?:[A-Za-z_][\w.-]*:(?:[ \t].*)?|[ \t].*|-[ \t].*|#.*|)$/
const DECK = /^type:[ \t]*(["']?)slide\1[ \t]*$/

/** The front matter of a deck that does not start the text, both fences included. Readers of YAML take it for text. */
export function misplacedFrontMatter(text: string, facts: Facts): Span | undefined {
  if (facts.frontMatter || !text.includes('slide')) return undefined
  let at = text.startsWith('\ufeff') ? 1 : 0
  for (let count = 0; count < mostLinesAbove && at < text.length; count += 1) {
    const line = lineAround(text, at)
    if (OPENING.test(slice(text, line)) && !isLiteral(facts, line.start)) {
      const end = endOfDeckHead(text, nextLine(text, line.end))
      if (end !== undefined) return span(line.start, end)
    }
    at = nextLine(text, line.end)
  }
  return undefined
}

/** The end of the fence that closes YAML which makes a deck, if `start` begins such. */
function endOfDeckHead(text: string, start: number): number | undefined {
  let isDeck = false
  let at = start
  for (let count = 0; count < mostLinesInside && at < text.length; count += 1) {
    const line = lineAround(text, at)
    const content = slice(text, line)
    if (FENCE.test(content)) return isDeck ? line.end : undefined
    if (!YAML.test(content)) return undefined
    isDeck ||= DECK.test(content)
    at = nextLine(text, line.end)
  }
  return undefined
}
