import type { Handle } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { headingNamed } from '../../repository/anchor.ts'
import type { Lead } from '../../repository/lead.ts'
import type { Repository } from '../../repository/repository.ts'
import { pathStart } from '../../repository/written-path.ts'
import type { Heading, Link } from '../../syntax/facts.ts'
import { type Span, slice, touches } from '../../text/span.ts'
import type { Place } from '../navigation/place.ts'

/** What stands at a place and has a name. The span is that of the name, or of the part of a URL that says it. */
export type Subject =
  | { readonly kind: 'handle'; readonly span: Span; readonly handle: Handle }
  | { readonly kind: 'heading'; readonly span: Span; readonly heading: Heading }
  /** The heading that a link leads to. */
  | { readonly kind: 'anchor'; readonly span: Span; readonly lead: Lead; readonly anchor: string }
  /** The file or folder that a link leads to. */
  | { readonly kind: 'path'; readonly span: Span; readonly lead: Lead }

/** The innermost thing at a place that has a name; `undefined` for prose, and for what is elsewhere. */
export function subjectAt({ minutes, repository, offset }: Place): Subject | undefined {
  const handle = minutes.handles.findLast(({ span }) => touches(span, offset))
  if (handle) return { kind: 'handle', span: handle.span, handle }
  const link = minutes.facts.links.findLast((link) => isWritten(link) && touches(link.destination, offset))
  if (link) return linked(link, minutes, repository, offset)
  const heading = minutes.facts.headings.find(({ span }) => touches(span, offset))
  return heading && { kind: 'heading', span: heading.content, heading }
}

/** The destination of a reference is written elsewhere. */
function isWritten({ kind }: Link): boolean {
  return kind !== 'reference' && kind !== 'image-reference'
}

function linked({ destination }: Link, minutes: Minutes, repository: Repository, offset: number): Subject | undefined {
  const url = slice(minutes.text, destination)
  const lead = repository.leadOf(url, minutes.path)
  if (!lead) return undefined
  const hash = url.indexOf('#')
  if (hash >= 0 && offset >= destination.start + hash) {
    const summary = repository.summary(lead.path)
    const heading = summary && headingNamed(summary, lead.fragment, repository.forge)
    const span = { start: destination.start + hash + 1, end: destination.end }
    return heading && { kind: 'anchor', span, lead, anchor: heading.anchor }
  }
  const [page] = /^[^?#]*/.exec(url)!
  const meant = repository.targetOf(url, minutes.path)
  const start = lead.by === 'path' ? 0 : pathStart(page, 'path' in meant ? meant.path : lead.path)
  if (start === undefined || start === page.length) return undefined
  return { kind: 'path', span: { start: destination.start + start, end: destination.start + page.length }, lead }
}
