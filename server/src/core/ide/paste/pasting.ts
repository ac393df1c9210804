import { handlesOf } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { skim } from '../../syntax/skim.ts'
import { contains, type Span } from '../../text/span.ts'
import { addressAt, linkTextAt } from '../completion/link-place.ts'

/** Where something is pasted: the selection, or an empty span where the caret is. */
export interface PastePlace {
  readonly minutes: Minutes
  readonly repository: Repository
  readonly span: Span
}

/**
 * Whether links are links when they are put at a place, and leave all others as they are: in code, HTML and front matter, in the text or the
 * URL of another link, and where a link has only begun, they are none.
 */
export function takesLink({ minutes, span }: PastePlace, written: string): boolean {
  const { text, facts } = minutes
  if (addressAt(minutes, span.start) || linkTextAt(minutes, span.start)) return false
  const { links } = skim(text.slice(0, span.start) + written + text.slice(span.end))
  const own = { start: span.start, end: span.start + written.length }
  const found = links.filter((link) => contains(own, link.span))
  if (found[0]?.span.start !== own.start || found.at(-1)!.span.end !== own.end) return false
  const growth = written.length - (span.end - span.start)
  const kept = facts.links.filter((link) => !contains(span, link.span)).map(({ span }) => span.start)
  const others = links.filter((link) => !found.includes(link)).map(({ span }) => span.start)
  return (
    kept.length === others.length &&
    kept.every((start, at) => others[at] === (start < span.end ? start : start + growth))
  )
}

/** Whether a handle, without `@`, is that one when it is put at a place, and neither a part of another one nor of a word. */
export function takesHandle({ minutes: { text }, span }: PastePlace, name: string): boolean {
  const written = `${text.slice(0, span.start)}@${name}${text.slice(span.end)}`
  return handlesOf(written, skim(written)).some((handle) => handle.span.start === span.start && handle.name === name)
}

/** Whether a place is on the line on which something stands, or behind it. */
export function isOnLineOf(line: Span, { minutes, span }: PastePlace): boolean {
  return line.start <= span.start && !minutes.text.slice(line.end, span.start).includes('\n')
}
