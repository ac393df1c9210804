import type { Minutes } from '../../minutes/minutes.ts'
import { deckPartsOf } from '../../minutes/slide.ts'
import type { Heading } from '../../syntax/facts.ts'
import { countUpTo } from '../../text/search.ts'
import type { Span } from '../../text/span.ts'

/** A group of slides with one title, or a heading on one of them. */
export interface Slide {
  readonly name: string
  readonly span: Span
  readonly selection: Span
  readonly children: readonly Slide[]
}

interface Group {
  title: Heading
  span: Span
  headings: { heading: Heading; end: number }[]
}

/**
 * The slides of a deck. `---` starts a group of slides, `----` the next slide of the group; the first heading of a group is its title.
 * The title's copies on the group's other slides, and groups with the same title that follow each other, are one.
 */
export function slidesOf({ facts, text, sections }: Minutes): Slide[] {
  const groups: Group[] = []
  const headings = sections.flatMap(({ heading }) => (heading.title ? [heading] : []))
  const before = (offset: number) => countUpTo(headings, offset - 1, ({ span }) => span.start)
  for (const part of deckPartsOf(text, facts).groups) {
    const inside = headings.slice(before(part.start), before(part.end))
    const [title] = inside
    if (!title) continue
    const last = groups.at(-1)
    const group =
      last?.title.title === title.title
        ? last
        : { title, span: { start: title.span.start, end: part.end }, headings: [] }
    if (group !== last) groups.push(group)
    group.span = { start: group.span.start, end: part.end }
    inside.forEach((heading, at) => {
      const end = inside[at + 1]?.span.start ?? part.end
      if (heading.title !== title.title) group.headings.push({ heading, end })
    })
  }
  return groups.map(toSlide)
}

function toSlide({ title, span, headings }: Group): Slide {
  const children = headings.map(
    ({ heading, end }): Slide => ({
      name: heading.title,
      span: { start: heading.span.start, end },
      selection: heading.content,
      children: [],
    }),
  )
  return { name: title.title, span, selection: title.content, children }
}
