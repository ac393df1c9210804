import { countUpTo } from '../text/search.ts'
import type { Facts } from './facts.ts'
import { isLiteral } from './literal.ts'

/** Images that stand in a link before a place of its text. */
const imagesWithin = 2

/** Whether what stands at an offset is read by people: it is neither literal nor the destination of a link. */
export function isProse(facts: Facts, offset: number): boolean {
  if (isLiteral(facts, offset)) return false
  const { links } = facts
  const last = countUpTo(links, offset, ({ span }) => span.start) - 1
  for (let at = last; at >= 0 && at >= last - imagesWithin; at -= 1) {
    const { kind, span, text } = links[at]!
    if (offset >= span.end) continue
    return (kind === 'inline' || kind === 'reference') && text.start <= offset && offset < text.end
  }
  return true
}
