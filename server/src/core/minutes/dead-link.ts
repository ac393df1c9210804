import type { Facts } from '../syntax/facts.ts'
import { type Span, slice } from '../text/span.ts'
import type { MalformedLink } from './malformed-link.ts'

/** Links that Markdown takes for some, and that lead nowhere. */
export function deadLinks(text: string, { links }: Facts): MalformedLink[] {
  const found: MalformedLink[] = []
  for (const { kind, span: whole, text: shown, destination } of links) {
    if (kind !== 'inline') continue
    const url = text.slice(destination.start, Math.min(destination.end, destination.start + longestScheme))
    const isEmpty = url === '' ? hasWords(text, whole, shown) : /^https?:\/\/$/.test(url)
    const fault = isEmpty ? 'empty' : badScheme.test(url) ? 'scheme' : undefined
    if (fault) found.push({ fault, span: whole, text: shown, destination, sure: true })
  }
  return found
}

/** A link without a URL has words. `[](){#id}` is an anchor, `[ ]()` a box, and `[this]()`, `[Symbol.iterator]()` are code without its marks. */
function hasWords(text: string, { start, end }: Span, shown: Span): boolean {
  const words = slice(text, shown).trim()
  if (!/\S\s+\p{L}|^\p{Lu}[\p{Ll}\p{N}-]+$|^\p{Lu}+$|^https?:/u.test(words)) return false
  return !/[\p{L}\p{N}_$\])]/u.test(text[start - 1] ?? ' ') && !/^\s?(?:\{|=>|->|;)/.test(text.slice(end, end + 3))
}

const longestScheme = 40
/** What is in front of the address where a scheme is misspelt or stands twice. */
export const badScheme =
  /^(?:https?:\/\/(?=h{0,9}ttps?(?::|%3A)?\/\/)|)(?:h{2,9}ttps?:\/\/|ttps?:\/\/|https?\/\/|(?<=\/\/)https?(?::|%3A)\/\/)/i
