import type { Minutes } from '../../minutes/minutes.ts'
import type { Facts, Heading, Link } from '../../syntax/facts.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { contains, slice } from '../../text/span.ts'

/** `1.`, `2.3)`: in a list item it would begin another list. */
const number = /^[0-9]{1,2}(?:\.[0-9]{1,2})*[.)][ \t]+/
/** Who speaks, and for how long: "(@ines-berg, 10 min)", "- @ines-berg". */
const speaker =
  /(?<![ \t])[ \t]*(?:\([^()]{0,80}@[^()]{0,80}\)|\([0-9]{1,3} ?(?:min|′|')[^()]{0,20}\)|[-–—:][ \t]*@[\w@, &+/-]{1,80})$/

/**
 * The words of a topic's heading as they can stand in another file, on one line: with its links to the web, without those that lead from here,
 * without pictures, comments, number and speaker.
 */
export function topicText({ text, facts }: Minutes, { content }: Heading): string {
  const inside = { ...facts, links: facts.links.filter(({ span }) => contains(content, span)) }
  const edits = [...withoutLocalLinks(text, inside), ...withoutComments(text, facts, content)]
  const shifted = edits.map(({ span, newText }) => replace(shift(span, -content.start), newText))
  const line = applyEdits(slice(text, content), shifted).replace(/\s+/g, ' ').trim()
  return line
    .replace(number, '')
    .replace(speaker, '')
    .replace(/(?<![ \t])[ \t]*:$/, '')
}

function* withoutLocalLinks(text: string, { links }: Pick<Facts, 'links'>): Generator<TextEdit> {
  for (const link of links) {
    const isPicture = link.kind === 'image' || link.kind === 'image-reference'
    // A picture in a link goes with it.
    if (links.some((other) => other !== link && contains(other.span, link.span))) continue
    if (isPicture || !leadsToWeb(text, link)) yield replace(link.span, isPicture ? '' : shownText(text, link))
  }
}

/** The text of a link; what is no text there is left out. */
function shownText(text: string, link: Link): string {
  return slice(text, link.text).replace(/[![\]]/g, '')
}

/** Whether a link is the same wherever it stands. */
function leadsToWeb(text: string, { kind, destination }: Link): boolean {
  return ['inline', 'autolink', 'literal'].includes(kind) && /^https?:\/\//i.test(slice(text, destination))
}

function withoutComments(text: string, { html }: Facts, content: Heading['content']): TextEdit[] {
  const comments = html.filter((span) => contains(content, span) && text.startsWith('<!--', span.start))
  return comments.map((span) => replace(span, ''))
}

function shift({ start, end }: Heading['content'], by: number): Heading['content'] {
  return { start: start + by, end: end + by }
}
