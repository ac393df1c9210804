import type { Span } from '../text/span.ts'

/**
 * What one file says in Markdown's own terms, each fact with its place, in the order of the text.
 * It is made by `skim` in one pass, and equals what remark-parse's tree of the whole text holds (CommonMark with the
 * extensions GFM and front matter), but for what minutes never use: `test/laws/commonmark-differences.md` lists that,
 * and footnotes are text. A byte-order mark is no part of it. Spans of blocks begin and end with a character that is no
 * white space. In the alternative text of an image nothing is a fact, because it is plain text.
 */
export interface Facts {
  readonly frontMatter: FrontMatter | undefined
  readonly headings: readonly Heading[]
  readonly links: readonly Link[]
  readonly items: readonly ListItem[]
  /** Block quotes, from the first `>` on. */
  readonly quotes: readonly Span[]
  /** Tables (GFM), from the head to the last row. */
  readonly tables: readonly Span[]
  /** Thematic breaks, which separate the slides of a deck. The span is that of the marks. */
  readonly breaks: readonly Span[]
  /** Fenced and indented code blocks and code spans, fences and backticks included. */
  readonly code: readonly Span[]
  /** HTML blocks and inline tags, comments included. */
  readonly html: readonly Span[]
}

/** YAML between two lines of `---` that start the file. */
export interface FrontMatter {
  /** Both fences included. */
  readonly span: Span
  /** The lines between the fences. */
  readonly content: Span
}

export interface Heading {
  /** From the first `#` (or the first character of a setext heading's text) to the end of the heading, closing `#`s or underline included. */
  readonly span: Span
  /** The inline content: what stands between the marks, trimmed. Empty at the end of the marks when there is none. */
  readonly content: Span
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  /** Whether it stands in a list item or a block quote, where it begins no section. */
  readonly nested: boolean
  /** The content as a reader sees it, on one line: marks of emphasis and code, link destinations, images' brackets and tags taken away. */
  readonly title: string
  /**
   * GitHub's fragment of the heading, numbered when an earlier heading of the file has the same. Without `#`.
   * It is made of the title, without the alternative text of images.
   */
  readonly anchor: string
}

/**
 * | kind | source | destination |
 * | --- | --- | --- |
 * | inline | `[text](url "title")` | inside the parentheses |
 * | image | `![text](url "title")` | inside the parentheses |
 * | autolink | `<https://…>` | between the angle brackets |
 * | literal | `https://…`, `www.…` (GFM) | the whole span |
 * | definition | `[label]: url "title"` | behind the colon |
 * | reference | `[text][label]`, `[label][]`, `[label]` | that of its definition, elsewhere in the text |
 * | image-reference | `![text][label]` … | that of its definition, elsewhere in the text |
 *
 * E-mail addresses are no links here, neither `<a@b.org>` nor literal ones, because minutes are not about mail;
 * the autolink `<mailto:a@b.org>` is one.
 */
export interface Link {
  readonly kind: 'inline' | 'image' | 'autolink' | 'literal' | 'definition' | 'reference' | 'image-reference'
  /** The whole construct. */
  readonly span: Span
  /** Between the first `[` and its `]`; of an autolink or a literal the destination itself. */
  readonly text: Span
  /** The URL as it is written, without `<` and `>`. It may be empty: then it stands behind the `(`. */
  readonly destination: Span
}

export interface ListItem {
  /** The bullet, or the number with its delimiter. */
  readonly marker: Span
  /** Where the item's own text begins: its first character that is no white space (a task box `[ ]` counts as text), or the line's end. */
  readonly content: number
  /** How many list items this one stands in: 0 for an item of an outermost list. */
  readonly depth: number
  /** Where the item ends, with all that stands in it: behind its last character that is no white space. */
  readonly end: number
}
