import type { Minutes } from '../../minutes/minutes.ts'
import { plainPiece } from '../../minutes/plain.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { isWithin } from '../../text/search.ts'
import { shortened } from '../../text/shortened.ts'
import type { Span } from '../../text/span.ts'
import { type NoteLine, quote } from './note.ts'

const mostLines = 5
const longestLine = 90
/** A section may begin with a page of comments: nobody waits for what is behind it. */
const mostRead = 40

/** The first lines of a piece of minutes that say something. */
export function excerpt(minutes: Minutes, { start, end }: Span): NoteLine[] {
  const lines: NoteLine[] = []
  let at = start
  for (let read = 0; read < mostRead && at < end && lines.length < mostLines; read += 1) {
    const line = lineAround(minutes.text, at)
    const text = isWithin(minutes.facts.html, at) ? '' : lineIn(minutes, { start: at, end: Math.min(line.end, end) })
    if (/[\p{L}\p{N}]/u.test(text)) lines.push(quote(text))
    at = nextLine(minutes.text, line.end)
  }
  return lines
}

function lineIn(minutes: Minutes, span: Span): string {
  const { text } = minutes
  const indent = /^[ \t]{0,40}/.exec(text.slice(span.start, span.end))![0].length
  const bullet = /^[-*+][ \t]+/.exec(text.slice(span.start + indent, span.end))?.[0].length ?? 0
  const said = plainPiece(minutes, { start: span.start + indent + bullet, end: span.end }, 3 * longestLine)
  const kept = shortened(said.replace(/^#{1,6} /, ''), longestLine)
  return bullet && kept ? `• ${kept}` : kept
}
