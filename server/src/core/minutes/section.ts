import type { Heading } from '../syntax/facts.ts'
import type { Span } from '../text/span.ts'

/** What stands under one heading. */
export interface Section {
  readonly heading: Heading
  /** From the heading to the next one of the same or a higher rank. */
  readonly span: Span
  /** Where the section's own text ends: at its first sub-section. */
  readonly ownEnd: number
  readonly parent: Section | undefined
  /** Whether this section says how the meeting was held: who takes the minutes, who presents. Its sub-sections need not. */
  readonly meta: boolean
}

const metaTitle = /^(?:meta|organi[sz]ation(?:al)?|housekeeping|formalities|formalia|logistics|organisatorisches)\b/i

/** One section a heading, in their order. */
export function sectionsOf(headings: readonly Heading[], textLength: number): Section[] {
  const sections: Section[] = []
  const ends = sectionEnds(headings, textLength)
  const open: Section[] = []
  headings.forEach((heading, at) => {
    while (open.length && open.at(-1)!.heading.depth >= heading.depth) open.pop()
    const parent = open.at(-1)
    const span = { start: heading.span.start, end: ends[at]! }
    const section: Section = {
      heading,
      span,
      ownEnd: headings[at + 1]?.span.start ?? textLength,
      parent,
      meta: metaTitle.test(heading.title),
    }
    sections.push(section)
    open.push(section)
  })
  return sections
}

/** The innermost section that holds an offset. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let found: Section | undefined
  for (const section of sections) {
    if (section.heading.span.start > offset) break
    found = section
  }
  return found
}

/** A section ends where the next heading of its rank or a higher one starts: the last one open is the first one closed. */
function sectionEnds(headings: readonly Heading[], textLength: number): number[] {
  const ends = headings.map(() => textLength)
  const open: number[] = []
  headings.forEach((heading, at) => {
    while (open.length && headings[open.at(-1)!]!.depth >= heading.depth) ends[open.pop()!] = heading.span.start
    open.push(at)
  })
  return ends
}
