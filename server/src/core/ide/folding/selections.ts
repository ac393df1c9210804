import type { Minutes } from '../../minutes/minutes.ts'
import { deckPartsOf } from '../../minutes/slide.ts'
import { lineAround } from '../../text/lines.ts'
import { lastUpTo } from '../../text/search.ts'
import { contains, type Span, slice, touches } from '../../text/span.ts'
import { trim, trimEnd } from '../../text/trim.ts'
import { listsAround } from './lists.ts'
import { paragraphAt } from './paragraph.ts'

/**
 * What is selected at a place when the selection grows, from the word to the whole file: each holds the one before it and more.
 * `hostReadsMarkdown` says that the editor itself knows the words, links and blocks of Markdown, as VS Code does.
 */
export function selectionsAt(minutes: Minutes, offset: number, hostReadsMarkdown: boolean): Span[] {
  const own = [...names(minutes), ...prose(minutes, offset, hostReadsMarkdown)]
  const others = hostReadsMarkdown ? [] : [wordAt(minutes.text, offset), ...links(minutes), ...blocks(minutes, offset)]
  return growing([...own, ...others].filter((span) => touches(span, offset)))
}

/** From the smallest to the largest; what would cut another one in two is left out. */
function growing(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.end - a.start - (b.end - b.start))
  const found: Span[] = []
  for (const span of sorted) {
    const last = found.at(-1)
    if (!last || (contains(span, last) && !contains(last, span))) found.push(span)
  }
  return found
}

/** People, bare URLs, titles and actions. */
function names({ text, facts, handles, actions }: Minutes): Span[] {
  return [
    ...handles.map(({ span }) => span),
    ...facts.links.filter(({ kind }) => kind === 'literal').map(({ span }) => span),
    ...facts.headings.map(({ content }) => content),
    ...actions.flatMap((action) => [action.text, trimEnd(text, action.span)]),
  ]
}

/**
 * The paragraph, and its sentence; in a promise, of several the last, that of what is promised too. A host that reads Markdown knows
 * paragraphs, but for those behind a bullet.
 */
function prose(minutes: Minutes, offset: number, hostReadsMarkdown: boolean): Span[] {
  const { text, facts, actions } = minutes
  const paragraph = paragraphAt(minutes, offset)
  if (!paragraph) return []
  const promised = actions.findLast(({ text }) => touches(text, offset) && contains(paragraph, text))
  const item = lastUpTo(facts.items, paragraph.start, ({ content }) => content)
  const isKnown = hostReadsMarkdown && item?.content !== paragraph.start
  const sentences = [paragraph, ...(promised ? [promised.text] : [])].map((said) => sentenceAt(text, said, offset))
  return [...sentences, ...(isKnown ? [] : [paragraph])]
}

/** Minutes are in many languages, whose sentences end alike. The end of a line ends none. */
function sentenceAt(text: string, said: Span, offset: number): Span {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const written = slice(text, said).replace(/[\r\n]/g, ' ')
  const at = Math.min(Math.max(offset - said.start, 0), written.length - 1)
  const { index = 0, segment = '' } = segmenter.segment(written).containing(at) ?? {}
  const start = said.start + index
  return trim(text, { start, end: start + segment.length })
}

function wordAt(text: string, offset: number): Span {
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}_]/u.test(text[at] ?? '')
  let [start, end] = [offset, offset]
  while (start > 0 && isWord(start - 1)) start -= 1
  while (isWord(end)) end += 1
  return { start, end }
}

function links({ facts }: Minutes): Span[] {
  return facts.links.flatMap(({ span, text, destination }) => [text, destination, span])
}

/** Items and lists, sections, slides, and what is no prose. */
function blocks(minutes: Minutes, offset: number): Span[] {
  const { text, facts } = minutes
  const { frontMatter, code, html, tables } = facts
  const raw = [...code, ...html, ...tables, ...(frontMatter ? [frontMatter.content] : [])]
  const around = raw.filter((span) => touches(span, offset))
  return [
    ...around.flatMap((span) => [lineIn(text, span, offset), span]),
    ...(frontMatter ? [frontMatter.span] : []),
    ...facts.quotes,
    ...listsAround(text, facts, offset),
    ...sectionsAround(minutes, offset),
    { start: 0, end: text.length },
  ]
}

/** The line of a block that holds a place. */
function lineIn(text: string, { start, end }: Span, offset: number): Span {
  const line = lineAround(text, offset)
  return trim(text, { start: Math.max(start, line.start), end: Math.min(end, line.end) })
}

/** Sections without and with their headings, and with their sub-sections; in a deck they end with their slides. */
function sectionsAround({ text, facts, deck, sections }: Minutes, offset: number): Span[] {
  const { slides, groups } = deck ? deckPartsOf(text, facts) : { slides: [], groups: [] }
  const slide = slides.find((span) => touches(span, offset))
  const { start: first, end: last } = slide ?? { start: 0, end: text.length }
  const open = sections.filter(({ span }) => span.start >= first && touches(span, offset))
  const parts = open.flatMap(({ heading, span: { start, end }, ownEnd }) => [
    { start: heading.span.end, end: Math.min(ownEnd, last) },
    { start, end: Math.min(ownEnd, last) },
    { start, end: Math.min(end, last) },
  ])
  return [...parts, ...slides, ...groups].map((span) => trim(text, span))
}
