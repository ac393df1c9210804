import { countUpTo } from '../text/search.ts'
import { contains, type Span, slice } from '../text/span.ts'
import type { Minutes } from './minutes.ts'

/** A piece of one line as a reader sees it, but no more than `most` characters of it: without emphasis, of links the text alone. */
export function plainPiece({ text, facts: { links } }: Minutes, { start, end: pieceEnd }: Span, most: number): string {
  const end = Math.min(pieceEnd, start + most)
  let result = ''
  let done = start
  for (let at = countUpTo(links, start - 1, ({ span }) => span.start); at < links.length; at += 1) {
    const link = links[at]!
    if (link.span.start >= end) break
    if (!contains({ start: done, end }, link.span)) continue
    result += text.slice(done, link.span.start) + slice(text, link.text)
    done = link.span.end
  }
  return withoutMarks(result + text.slice(done, end))
}

/** The same of a piece of a line that is all there is. */
export function plainText(piece: string): string {
  return withoutMarks(
    piece.replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1').replace(/<([a-z]{2,9}:[^<>\s]{1,500})>/gi, '$1'),
  )
}

function withoutMarks(text: string): string {
  return text
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
