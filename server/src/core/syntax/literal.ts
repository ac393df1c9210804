import { isWithin } from '../text/search.ts'
import type { Facts } from './facts.ts'

/** Whether a place is in front matter, code or HTML, where words are not the writer's. */
export function isLiteral({ frontMatter, code, html }: Facts, offset: number): boolean {
  if (frontMatter && offset < frontMatter.span.end) return true
  return isWithin(code, offset) || isWithin(html, offset)
}
