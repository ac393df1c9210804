import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { lastUpTo } from '../text/search.ts'
import { type Span, span } from '../text/span.ts'
import type { Facts, Heading } from './facts.ts'

/** The structure of a file: its text cut into sections at its headings. */
export interface Tree {
  /** The whole text. It has no heading; its own part is what stands before the first one, front matter included. */
  readonly root: Section
  /** All sections in the order of the text, the root first. Their own parts cover the text without gaps. */
  readonly sections: readonly Section[]
}

/** A heading with what stands under it. Headings in list items and block quotes do not cut the text. */
export interface Section {
  readonly heading: Heading | undefined
  /** From the heading to the end of the section, its sub-sections included. */
  readonly span: Span
  /** From the heading to the first sub-section. */
  readonly own: Span
  readonly children: readonly Section[]
  /**
   * The blocks of the section's own part, its heading first, parsed when they are asked for. They may be shared with
   * other trees, so their positions count from the beginning of the part: `spanOf` says where they stand in the text.
   * References are text here if their definition stands in another section.
   */
  blocks(): readonly RootContent[]
}

interface Draft extends Section {
  span: Span
  readonly children: Draft[]
}

/** What remark-parse, remark-frontmatter and remark-gfm make a tree with. They bring writers of Markdown along, which nothing here needs. */
const dialect = {
  extensions: [frontmatter(), gfm()],
  mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown()],
}

/** Reads the trees of one file, again and again while it is edited. Sections whose text stays are not parsed again. */
export class Trees {
  private parsed = new Map<string, readonly RootContent[]>()

  /** The tree of the file's present text, whose facts are `facts`. */
  read(text: string, facts: Facts): Tree {
    const known = this.parsed
    this.parsed = new Map()
    const sections = this.cut(text, facts)
    for (const { own } of sections) {
      const source = text.slice(own.start, own.end)
      const blocks = known.get(source)
      if (blocks) this.parsed.set(source, blocks)
    }
    return { root: sections[0]!, sections }
  }

  private cut(text: string, { headings }: Facts): Draft[] {
    const starts = headings.filter((heading) => !heading.nested)
    const root = this.section(text, undefined, text.startsWith('\ufeff') ? 1 : 0, starts[0])
    const sections = [root]
    const open = [root]
    for (const [index, heading] of starts.entries()) {
      const section = this.section(text, heading, heading.span.start, starts[index + 1])
      while (depthOf(open.at(-1)!) >= heading.depth) end(open.pop()!, heading.span.start)
      open.at(-1)!.children.push(section)
      open.push(section)
      sections.push(section)
    }
    for (const section of open) end(section, text.length)
    return sections
  }

  private section(text: string, heading: Heading | undefined, start: number, next: Heading | undefined): Draft {
    const own = span(start, next?.span.start ?? text.length)
    const blocks = () => this.parse(text.slice(own.start, own.end))
    return { heading, span: own, own, children: [], blocks }
  }

  private parse(source: string): readonly RootContent[] {
    const known = this.parsed.get(source)
    if (known) return known
    const { children } = fromMarkdown(source, dialect)
    this.parsed.set(source, children)
    return children
  }
}

/** Where a node of the section's blocks stands in the text. Nodes that remark adds to the text have no place. */
export function spanOf(section: Section, node: Nodes): Span | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return span(start.offset + section.own.start, end.offset + section.own.start)
}

/** The innermost section at an offset. */
export function sectionAt({ sections }: Tree, offset: number): Section {
  return lastUpTo(sections, offset, ({ own }) => own.start) ?? sections[0]!
}

function depthOf({ heading }: Section): number {
  return heading?.depth ?? 0
}

function end(section: Draft, offset: number): void {
  section.span = span(section.span.start, offset)
}
