import GithubSlugger from 'github-slugger'
import { span } from '../text/span.ts'
import { Blocks } from './blocks.ts'
import type { Facts, Heading } from './facts.ts'
import { Inlines } from './inline.ts'

/** Reads the facts of a file. It takes any text, and time in proportion to its length. */
export function skim(text: string): Facts {
  const blocks = new Blocks(text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text).read()
  const { frontMatter, breaks, code, html, links } = blocks
  const { items, notes } = blocks.containers
  const definitions = { links: blocks.definitions, notes }
  const inlines = new Inlines(definitions, { links, code, html })
  const headings: Heading[] = []
  const slugger = new GithubSlugger()
  for (const passage of blocks.passages) {
    const text = inlines.read(passage)?.finish()
    if (!text || !passage.heading) continue
    const { span: whole, depth, nested } = passage.heading
    const content = span(passage.from + passage.shift, passage.to + passage.shift)
    headings.push({ span: whole, content, depth, nested, title: text.title, anchor: slugger.slug(text.plain) })
  }
  links.sort((a, b) => a.span.start - b.span.start)
  code.sort((a, b) => a.start - b.start)
  html.sort((a, b) => a.start - b.start)
  return { frontMatter, headings, links, items, breaks, code, html }
}
