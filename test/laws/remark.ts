import GithubSlugger from 'github-slugger'
import type { Definition, Image, ImageReference, Link as LinkNode, LinkReference, Nodes, Parents } from 'mdast'
import type { Extension, Token } from 'mdast-util-from-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Facts, FrontMatter, Heading, Link } from '../../server/src/core/syntax/facts.ts'
import { type Span, span } from '../../server/src/core/text/span.ts'

/** Spans that remark's tree does not keep, by the offset at which they start. */
interface Parts {
  readonly labels: Map<number, Span>
  readonly destinations: Map<number, Span>
  readonly contents: Span[]
}

type Draft = { -readonly [K in Exclude<keyof Facts, 'frontMatter'>]: Facts[K][number][] } & {
  frontMatter: FrontMatter | undefined
}

/** The facts that remark-parse's tree of the whole text states: what `skim` has to say as well. */
export function remarkFacts(text: string): Facts {
  const { tree, parts } = parse(text)
  return new Drawer(text, parts).draw(tree)
}

function parse(text: string): { tree: Nodes; parts: Parts } {
  const parts: Parts = { labels: new Map(), destinations: new Map(), contents: [] }
  const note = (map: Map<number, Span>) => (token: Token) => void map.set(token.start.offset, ofToken(token))
  const content = (token: Token) => void parts.contents.push(ofToken(token))
  const extension: Extension = {
    enter: {
      labelText: note(parts.labels),
      definitionLabel: note(parts.labels),
      resourceDestination: note(parts.destinations),
      definitionDestination: note(parts.destinations),
      atxHeadingText: content,
      setextHeadingText: content,
    },
  }
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(keep, extension)
  return { tree: processor.parse(text), parts }
}

function keep(this: Processor, extension: Extension): void {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] }
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(extension)
}

class Drawer {
  private readonly text: string
  private readonly parts: Parts
  private readonly slugger = new GithubSlugger()
  private readonly definitions = new Map<string, Span>()
  private readonly facts: Draft = {
    frontMatter: undefined,
    headings: [],
    links: [],
    items: [],
    quotes: [],
    tables: [],
    breaks: [],
    code: [],
    html: [],
  }

  constructor(text: string, parts: Parts) {
    this.text = text
    this.parts = parts
  }

  draw(tree: Nodes): Facts {
    this.define(tree)
    this.visit(tree, tree, 0)
    const links = [...this.facts.links].sort((a, b) => a.span.start - b.span.start)
    return { ...this.facts, links }
  }

  /** Finds the definitions first, because references may stand before them. */
  private define(node: Nodes): void {
    if (node.type === 'definition' && !this.definitions.has(node.identifier)) {
      this.definitions.set(node.identifier, this.definition(node).destination)
    }
    if ('children' in node) for (const child of node.children) this.define(child)
  }

  private visit(node: Nodes, parent: Nodes, depth: number): void {
    if (node.position) this.note(node, parent, depth)
    if (!('children' in node)) return
    this.findLiterals(node)
    for (const child of node.children) this.visit(child, node, node.type === 'listItem' ? depth + 1 : depth)
  }

  private note(node: Nodes, parent: Nodes, depth: number): void {
    const { facts } = this
    if (node.type === 'yaml') this.frontMatter(node)
    else if (node.type === 'heading') facts.headings.push(this.heading(node, parent))
    else if (node.type === 'listItem') this.item(node, depth)
    else if (node.type === 'blockquote') facts.quotes.push(this.block(node))
    else if (node.type === 'table') facts.tables.push(this.block(node))
    else if (node.type === 'thematicBreak') facts.breaks.push(this.block(node))
    else if (node.type === 'code' || node.type === 'inlineCode') facts.code.push(this.block(node))
    else if (node.type === 'html') facts.html.push(this.block(node))
    else if (node.type === 'definition') facts.links.push(this.definition(node))
    else if (node.type === 'link') this.link(node)
    else if (node.type === 'image') this.bracketed(node, 'image')
    else if (node.type === 'linkReference') this.reference(node, 'reference')
    else if (node.type === 'imageReference') this.reference(node, 'image-reference')
  }

  private frontMatter(node: Nodes & { value: string }): void {
    const whole = this.block(node)
    const start = this.text.indexOf('\n', whole.start) + 1
    this.facts.frontMatter = { span: whole, content: span(start, start + node.value.length) }
  }

  private heading(node: Nodes & { depth: Heading['depth'] }, parent: Nodes): Heading {
    const whole = this.block(node)
    const found = this.parts.contents.find(({ start, end }) => start >= whole.start && start < whole.end && end > start)
    const content = found ? this.trimmed(found) : span(whole.start + node.depth, whole.start + node.depth)
    // remark lets a heading with an underline begin with the definitions before it; its text is behind them.
    const start = this.text[whole.start] === '#' ? whole.start : content.start
    const [title, plain] = [plainText(node, true), plainText(node, false)]
    return {
      span: span(start, whole.end),
      content,
      depth: node.depth,
      nested: parent.type !== 'root',
      title: title.trim(),
      anchor: this.slugger.slug(plain),
    }
  }

  private item(node: Nodes, depth: number): void {
    const { start } = ofNode(node)
    const [marker, content] = [/(?:[-*+]|\d+[.)])/y, /[ \t]*/y]
    marker.lastIndex = start
    marker.exec(this.text)
    content.lastIndex = marker.lastIndex
    content.exec(this.text)
    this.facts.items.push({
      marker: span(start, marker.lastIndex),
      content: content.lastIndex,
      depth,
      end: this.block(node).end,
    })
  }

  private definition(node: Definition): Link {
    const whole = this.block(node)
    const label = this.parts.labels.get(whole.start)!
    const found = [...this.parts.destinations.values()].find(
      ({ start, end }) => start >= label.end && end <= whole.end,
    )!
    const text = span(label.start + 1, label.end - 1)
    return { kind: 'definition', span: whole, text, destination: this.unwrapped(found) }
  }

  private link(node: LinkNode): void {
    const first = this.text[ofNode(node).start]
    if (first === '[') this.bracketed(node, 'inline')
    else if (first === '<') this.autolink(ofNode(node))
    else this.literal(ofNode(node))
  }

  /** Facts leave e-mail addresses out, unless they are written as a URL. */
  private autolink(whole: Span): void {
    const inner = span(whole.start + 1, whole.end - 1)
    const written = this.text.slice(inner.start, inner.end)
    if (!/^[a-z][a-z\d+.-]*:/i.test(written)) return
    this.facts.links.push({ kind: 'autolink', span: whole, text: inner, destination: inner })
  }

  /** The same for literal addresses; and remark makes a link of `www.` with nothing behind it. */
  private literal(whole: Span): void {
    if (!/^(?:https?:|www\..)/i.test(this.text.slice(whole.start, whole.end))) return
    this.facts.links.push({ kind: 'literal', span: whole, text: whole, destination: whole })
  }

  private bracketed(node: LinkNode | Image, kind: 'inline' | 'image'): void {
    const whole = ofNode(node)
    const text = this.label(whole, kind)
    const paren = text.end + 2
    const from = paren + /^\s*/.exec(this.text.slice(paren, whole.end))![0].length
    const destination = this.parts.destinations.get(from)
    this.facts.links.push({
      kind,
      span: whole,
      text,
      destination: destination ? this.unwrapped(destination) : span(paren, paren),
    })
  }

  private reference(node: LinkReference | ImageReference, kind: 'reference' | 'image-reference'): void {
    const whole = ofNode(node)
    const destination = this.definitions.get(node.identifier)!
    this.facts.links.push({ kind, span: whole, text: this.label(whole, kind), destination })
  }

  private label(whole: Span, kind: Link['kind']): Span {
    const start = whole.start + (kind.startsWith('image') ? 2 : 1)
    return this.parts.labels.get(start) ?? span(start, start)
  }

  private unwrapped({ start, end }: Span): Span {
    return this.text[start] === '<' ? span(start + 1, end - 1) : span(start, end)
  }

  /**
   * remark looks for literal URLs a second time in the text of the finished tree, and the nodes that it makes of them
   * have no position. They stand between their neighbours, in the order of the text.
   */
  private findLiterals(parent: Parents): void {
    let cursor = parent.position?.start.offset ?? 0
    for (const node of parent.children) {
      if (node.position) {
        cursor = node.position.end.offset!
        continue
      }
      const value = plainText(node, true, false)
      const start = this.text.indexOf(value, cursor)
      if (start < 0) continue
      cursor = start + value.length
      if (node.type === 'link') this.literal(span(start, cursor))
    }
  }

  /** remark counts the white space around some blocks in: indentation of code, blanks behind a heading's marks. */
  private block(node: Nodes): Span {
    return this.trimmed(ofNode(node))
  }

  private trimmed({ start, end }: Span): Span {
    const [before, after] = [/^[ \t\r\n]*/, /[ \t\r\n]*$/]
    const from = start + before.exec(this.text.slice(start, end))![0].length
    return span(from, end - after.exec(this.text.slice(from, end))![0].length)
  }
}

/** What a reader sees of inline content. GitHub's anchors are made without the alternative text of images. */
function plainText(node: Nodes, alternatives: boolean, flat = true): string {
  if (node.type === 'html') return ''
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return alternatives ? (node.alt ?? '') : ''
  const text =
    'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map((child) => plainText(child, alternatives, false)).join('')
        : ''
  return flat ? text.replace(/[ \t\r]*\n\s*/g, ' ') : text
}

function ofNode(node: Nodes): Span {
  return span(node.position!.start.offset!, node.position!.end.offset!)
}

function ofToken(token: Token): Span {
  return span(token.start.offset, token.end.offset)
}
