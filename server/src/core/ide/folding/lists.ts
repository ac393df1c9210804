import type { Facts, ListItem } from '../../syntax/facts.ts'
import { type Span, touches } from '../../text/span.ts'

/** The list items that hold a place, without and with their bullets, and the lists that they stand in. */
export function listsAround(text: string, { items }: Facts, offset: number): Span[] {
  return items.flatMap((item, at) => {
    const whole = { start: item.marker.start, end: item.end }
    return touches(whole, offset) ? [{ ...whole, start: item.content }, whole, listOf(text, items, at)] : []
  })
}

/** From the first to the last of the items that follow each other with nothing between them. */
function listOf(text: string, items: readonly ListItem[], at: number): Span {
  const { depth } = items[at]!
  let [first, last] = [items[at]!, items[at]!]
  for (let before = at - 1; before >= 0 && items[before]!.depth >= depth; before -= 1) {
    const item = items[before]!
    if (item.depth > depth) continue
    if (!areNeighbours(text, item, first)) break
    first = item
  }
  for (let behind = at + 1; behind < items.length && items[behind]!.depth >= depth; behind += 1) {
    const item = items[behind]!
    if (item.depth > depth) continue
    if (!areNeighbours(text, last, item)) break
    last = item
  }
  return { start: first.marker.start, end: last.end }
}

function areNeighbours(text: string, before: ListItem, behind: ListItem): boolean {
  return !/[^\s>]/.test(text.slice(before.end, behind.marker.start))
}
