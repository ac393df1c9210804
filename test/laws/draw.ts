import type { Facts } from '../../server/src/core/syntax/facts.ts'
import type { Span } from '../../server/src/core/text/span.ts'

/** Facts as lines of text, so that a difference can be read. */
export function draw(text: string, facts: Facts): string[] {
  const at = ({ start, end }: Span) => `${start}–${end} ${JSON.stringify(text.slice(start, end))}`
  const { frontMatter, headings, links, items, breaks, code, html } = facts
  return [
    ...(frontMatter ? [`front matter ${at(frontMatter.span)} content ${at(frontMatter.content)}`] : []),
    ...headings.map(
      (h) =>
        `heading ${h.depth}${h.nested ? ' nested' : ''} ${at(h.span)} content ${at(h.content)} title ${JSON.stringify(h.title)} anchor ${h.anchor}`,
    ),
    ...links.map((l) => `${l.kind} ${at(l.span)} text ${at(l.text)} destination ${at(l.destination)}`),
    ...items.map((i) => `item ${i.depth} ${at(i.marker)} content ${i.content}`),
    ...breaks.map((b) => `break ${at(b)}`),
    ...code.map((c) => `code ${at(c)}`),
    ...html.map((h) => `html ${at(h)}`),
  ]
}
