import GithubSlugger from 'github-slugger'
import { type Span, span } from '../text/span.ts'
import { Blocks } from './blocks.ts'
import { referenceKey } from './definition.ts'
import type { Facts, FrontMatter, Heading } from './facts.ts'
import { Inlines } from './inline.ts'

const FRONT_MATTER = /^\ufeff?(---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---)[ \t]*(?:\r?\n|$)/d

/** Reads the facts of a file. It takes any text, and time in proportion to its length. */
export function skim(text: string): Facts {
  const source = withLineFeeds(text)
  const { frontMatter, after } = readFrontMatter(source)
  return skimBetween(source, after, source.length, frontMatter).facts
}

/** What stands between two beginnings of lines. */
export interface Stretch {
  readonly facts: Facts
  /** Whether it ends in a fence or in HTML that nothing has closed. */
  readonly isOpen: boolean
}

/** Reads a part of a text that has no carriage returns of their own, as if nothing but the front matter stood before or behind it. */
export function skimBetween(source: string, start: number, end: number, frontMatter?: FrontMatter): Stretch {
  const { containers, breaks, code, html, tables, definitions, passages, isOpen } = new Blocks(source, start, end)
  const destinations = new Map<string, Span>()
  // The first definition of a label counts.
  for (const { text, destination } of definitions.toReversed())
    destinations.set(referenceKey(source.slice(text.start, text.end)), destination)
  const inlines = new Inlines(source, destinations)
  const headings: Heading[] = []
  const slugger = new GithubSlugger()
  for (const passage of passages) {
    if (!passage.heading) {
      inlines.read(passage)
      continue
    }
    const { span: whole, depth, nested } = passage.heading
    const content = span(passage.start, passage.end)
    const { title, plain } = inlines.readTitle(passage)
    headings.push({ span: whole, content, depth, nested, title, anchor: slugger.slug(plain) })
  }
  const facts = {
    frontMatter,
    headings,
    links: [...definitions, ...inlines.links].sort((a, b) => a.span.start - b.span.start),
    items: containers.items,
    quotes: containers.quotes,
    tables,
    breaks,
    code: [...code, ...inlines.code].sort((a, b) => a.start - b.start),
    html: [...html, ...inlines.html].sort((a, b) => a.start - b.start),
  }
  return { facts, isOpen }
}

/** The text in which each line ends with a line feed, so that nothing moves. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
}

/** The front matter that starts the text, and where the text behind it begins. */
function readFrontMatter(text: string): { frontMatter: FrontMatter | undefined; after: number } {
  const match = FRONT_MATTER.exec(text)
  if (!match) return { frontMatter: undefined, after: text.startsWith('\ufeff') ? 1 : 0 }
  const [all, whole, content] = match.indices!
  const first = text.indexOf('\n') + 1
  return { frontMatter: { span: span(...whole!), content: span(...(content ?? [first, first])) }, after: all![1] }
}
