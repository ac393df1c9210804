import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/section.ts'
import type { ListItem } from '../../syntax/facts.ts'
import { lineTitle } from '../../syntax/inline.ts'
import { lineAround } from '../../text/lines.ts'
import { countUpTo } from '../../text/search.ts'
import { type Span, slice, span } from '../../text/span.ts'
import { trim, trimEnd } from '../../text/trim.ts'

/** An item of a list, with its first line as a reader sees it. */
export interface ListTopic {
  readonly name: string
  readonly span: Span
  /** The first line. */
  readonly selection: Span
}

/** The outermost items of the lists in a section's own part. */
export function listTopics({ heading, ownEnd }: Section, { text, facts: { items } }: Minutes): ListTopic[] {
  const topics: ListTopic[] = []
  for (let at = countUpTo(items, heading.span.end, startOf); at < items.length; at += 1) {
    const item = items[at]!
    if (startOf(item) >= ownEnd) break
    const topic = item.depth === 0 && !isQuoted(item, text) ? topicOf(item, text) : undefined
    if (topic) topics.push(topic)
  }
  return topics
}

/** What an item may begin with instead of a paragraph: a quote, a heading, a list, or code. */
const otherBlock = /^(?:>|#{1,6}(?!\S)|[-+*](?!\S)|\d{1,9}[.)](?!\S)|`{3}|~{3})/

/** The box of a task. */
const box = /^\[[ \txX]\][ \t]+(?=\S)/

/** `undefined` for an item that says nothing in its first line. */
function topicOf(item: ListItem, text: string): ListTopic | undefined {
  const line = span(item.content, lineAround(text, item.content).end)
  const written = slice(text, line)
  if (item.content >= item.end || otherBlock.test(written)) return undefined
  const selection = trimEnd(text, span(line.start + (box.exec(written)?.[0].length ?? 0), line.end))
  const name = lineTitle(text, selection)
  return name ? { name, span: span(startOf(item), item.end), selection } : undefined
}

/** Whether something but blanks stands before the item in its line. */
function isQuoted(item: ListItem, text: string): boolean {
  const before = trim(text, span(lineAround(text, startOf(item)).start, startOf(item)))
  return before.start < before.end
}

function startOf({ marker }: ListItem): number {
  return marker.start
}
