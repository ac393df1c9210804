import type { Facts } from '../syntax/facts.ts'
import type { Span } from '../text/span.ts'

/** Where the slides of a deck stand, in its order: each from behind the marks before it to the next ones. */
export interface DeckParts {
  /** What `---` separates: slides that are shown beside each other. */
  readonly groups: readonly Span[]
  /** What `---` or `----` separates: the slides of a group are shown below each other. */
  readonly slides: readonly Span[]
}

/** How a deck is cut. Front matter stands on no slide. */
export function deckPartsOf(text: string, { breaks, frontMatter }: Facts): DeckParts {
  const marks = breaks.filter(({ start, end }) => text.startsWith('---', start) && end - start <= 4)
  const whole = { start: frontMatter?.span.end ?? 0, end: text.length }
  const isGroup = ({ start, end }: Span) => end - start === 3
  return { groups: between(marks.filter(isGroup), whole), slides: between(marks, whole) }
}

function between(marks: readonly Span[], { start, end }: Span): Span[] {
  const starts = [start, ...marks.map((mark) => mark.end)]
  return starts.map((start, at) => ({ start, end: marks[at]?.start ?? end }))
}
