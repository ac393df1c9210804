import type { Facts } from './facts.ts'
import { isShown, linkAround } from './link.ts'
import { isLiteral } from './literal.ts'

/** Whether what stands at an offset is read by people: it is neither literal nor the destination of a link. */
export function isProse(facts: Facts, offset: number): boolean {
  if (isLiteral(facts, offset)) return false
  const link = linkAround(facts.links, offset)
  return !link || isShown(link, offset)
}
