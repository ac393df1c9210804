import type { Facts } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import type { Scan } from '../text/scan.ts'
import { type Span, span } from '../text/span.ts'

/** An image with a size, `![alt](url "title" =WxH)`, as pads write it. It is none of the facts, because Markdown knows no such thing. */
export interface PadImage {
  /** The whole construct. */
  readonly span: Span
  readonly alt: Span
  /** The URL as it is written. */
  readonly destination: Span
  /** Between the quotes. */
  readonly title: Span | undefined
  /** `=WxH`. */
  readonly size: Span
  /** Pixels, or per cent with their sign; empty where there is none. One of both is there. */
  readonly width: string
  readonly height: string
}

const LENGTH = '([0-9]{1,5}(?:%|px)?)'
const IMAGE = new RegExp(
  `!\\[([^[\\]]{0,500})\\]\\([ \\t]{0,9}([^\\s()<>]{1,2000})(?:[ \\t]{1,9}(?:"([^"\\r\\n]{0,500})"|'([^'\\r\\n]{0,500})'))?[ \\t]{0,8} ` +
    `(=(?:${LENGTH}x${LENGTH}?|x${LENGTH}|${LENGTH}))[ \\t]{0,9}\\)`,
  'dg',
)

/** The images with a size, in the order of the text. */
export function padImages(scan: Scan, facts: Facts): PadImage[] {
  const { text } = scan
  if (!scan.holds('![') || !scan.holds(' =')) return []
  const found: PadImage[] = []
  for (const match of text.matchAll(IMAGE)) {
    if (text[match.index - 1] === '\\' || isLiteral(facts, match.index)) continue
    const [whole, alt, destination, double, single, size] = match.indices!.map((at) => at && span(at[0], at[1]))
    const width = match[6] ?? match[9] ?? ''
    const height = match[7] ?? match[8] ?? ''
    found.push({
      span: whole!,
      alt: alt!,
      destination: destination!,
      title: double ?? single,
      size: size!,
      width,
      height,
    })
  }
  return found
}
