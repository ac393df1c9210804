import { contains, type Span } from './span.ts'

/** How many of the items start at or before an offset. They are in the order of their starts. */
export function countUpTo<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (startOf(items[middle]!) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of the items that starts at or before an offset. They are in the order of their starts. */
export function lastUpTo<T>(items: readonly T[], offset: number, startOf: (item: T) => number): T | undefined {
  return items[countUpTo(items, offset, startOf) - 1]
}

/** The first of the items that lies in a span. They are in the order of their starts. */
export function firstIn<T>(items: readonly T[], span: Span, spanOf: (item: T) => Span): T | undefined {
  const first = items[countUpTo(items, span.start - 1, (item) => spanOf(item).start)]
  return first && contains(span, spanOf(first)) ? first : undefined
}

/** Whether one of the spans holds the character at an offset. They are in their order and do not overlap. */
export function isWithin(spans: readonly Span[], offset: number): boolean {
  const last = lastUpTo(spans, offset, ({ start }) => start)
  return last !== undefined && offset < last.end
}
