import type { Minutes } from '../../minutes/minutes.ts'
import { deckPartsOf } from '../../minutes/slide.ts'
import type { Facts } from '../../syntax/facts.ts'
import { LineStarts } from '../../text/lines.ts'
import { countUpTo, lastUpTo } from '../../text/search.ts'
import type { Span } from '../../text/span.ts'
import { trim, trimEnd } from '../../text/trim.ts'

/** Lines that can be hidden behind the first of them. */
export interface Fold {
  readonly kind: 'section' | 'slide' | 'list' | 'table' | 'quote' | 'code' | 'comment' | 'front matter'
  /** From the line that stays visible to the end of the last one that is hidden. */
  readonly span: Span
}

/**
 * What can be folded away, in the order of the text. `hostReadsMarkdown` says that the editor itself folds what it finds in Markdown, as
 * VS Code does. Slides are left out there too: its sections go on to the next heading, over the marks of a slide, and would hide the beginning
 * of the next one.
 */
export function foldsOf(minutes: Minutes, hostReadsMarkdown: boolean): Fold[] {
  const own = [...frontMatter(minutes), ...labelledLists(minutes, hostReadsMarkdown)]
  const others = hostReadsMarkdown ? [] : [...slides(minutes), ...sections(minutes), ...blocks(minutes)]
  return visible([...own, ...others], new LineStarts(minutes.text))
}

/** A fold hides a line at least, and of those that begin in one line there can be only one: the largest. */
function visible(folds: readonly Fold[], lines: LineStarts): Fold[] {
  const placed = folds.map((fold) => ({ fold, first: lines.lineAt(fold.span.start), end: fold.span.end }))
  const hiding = placed.filter(({ first, end }) => lines.lineAt(end) > first)
  hiding.sort((a, b) => a.first - b.first || b.end - a.end)
  return hiding.filter(({ first }, at) => first !== hiding[at - 1]?.first).map(({ fold }) => fold)
}

function frontMatter({ facts }: Minutes): Fold[] {
  return facts.frontMatter ? [{ kind: 'front matter', span: facts.frontMatter.span }] : []
}

/** Lists of people below a label. One below a heading is folded with its section, one below the words of a list item with the item. */
function labelledLists({ facts, sections, participants }: Minutes, hostReadsMarkdown: boolean): Fold[] {
  const titles = new Set(sections.map(({ heading }) => heading.content.start))
  const blocks = [...items(facts), ...facts.tables].sort((a, b) => a.start - b.start)
  const upTo = (offset: number) => countUpTo(blocks, offset, ({ start }) => start)
  return participants.flatMap(({ label: { start }, participants }): Fold[] => {
    const last = participants.at(-1)
    if (!last || titles.has(start) || (hostReadsMarkdown && beginsItem(start, facts))) return []
    const inside = blocks.slice(upTo(start), upTo(last.span.start))
    const end = inside.reduce((most, block) => Math.max(most, block.end), last.span.end)
    return [{ kind: 'list', span: { start, end } }]
  })
}

/** Whether there is nothing but the marks of emphasis between a list item's bullet and a label. */
function beginsItem(label: number, { items }: Facts): boolean {
  const item = lastUpTo(items, label, ({ content }) => content)
  return item !== undefined && label - item.content <= '***'.length
}

/** Each group of slides, and each slide of it, below its title. */
function slides({ deck, text, facts, sections }: Minutes): Fold[] {
  if (!deck) return []
  const { groups, slides } = deckPartsOf(text, facts)
  return [...groups, ...slides].map(({ start, end }) => {
    const title = sections[countUpTo(sections, start, ({ span }) => span.start)]?.span.start ?? end
    return { kind: 'slide', span: trim(text, { start: title < end ? title : start, end }) }
  })
}

/** A section of a deck ends with its slide. */
function sections({ deck, text, facts, sections }: Minutes): Fold[] {
  const slides = deck ? deckPartsOf(text, facts).slides : []
  return sections.map(({ span: { start, end } }) => {
    const slide = slides[countUpTo(slides, start, (slide) => slide.start) - 1]
    return { kind: 'section', span: trimEnd(text, { start, end: Math.min(end, slide?.end ?? end) }) }
  })
}

function blocks({ text, facts }: Minutes): Fold[] {
  const isFence = ({ start }: Span) => /^(?:```|~~~)/.test(text.slice(start, start + 3))
  return [
    ...items(facts).map((span): Fold => ({ kind: 'list', span })),
    ...facts.tables.map((span): Fold => ({ kind: 'table', span })),
    ...facts.quotes.map((span): Fold => ({ kind: 'quote', span })),
    ...facts.code.filter(isFence).map((span): Fold => ({ kind: 'code', span })),
    ...facts.html.map((span): Fold => ({ kind: text.startsWith('<!--', span.start) ? 'comment' : 'code', span })),
  ]
}

function items({ items }: Facts): Span[] {
  return items.map(({ marker, end }) => ({ start: marker.start, end }))
}
