import type { Minutes } from '../minutes/minutes.ts'
import type { Repository } from '../repository/repository.ts'
import { type Span, slice } from '../text/span.ts'

/** A link whose target is a file of the repository. */
export interface FileLink {
  /** The place of the URL. */
  readonly span: Span
  readonly path: string
  /** The anchor of a heading, without `#`; empty when the link names none. */
  readonly anchor: string
}

/** The links that name a file of the repository by its URL on the forge: it is here, and can be opened without the network. */
export function fileLinks({ facts, text, path }: Minutes, repository: Repository): FileLink[] {
  return facts.links.flatMap((link): FileLink[] => {
    if (link.kind === 'reference' || link.kind === 'image-reference') return []
    const target = repository.targetOf(slice(text, link.destination), path)
    if (target.kind !== 'repository' || !repository.files.has(target.path)) return []
    return [{ span: link.destination, path: target.path, anchor: target.fragment }]
  })
}

/** Where a link's anchor leads to in the text of its target: the heading's text. `undefined` when there is no such heading. */
export function anchoredHeading({ facts }: Minutes, anchor: string): Span | undefined {
  const wanted = anchor.toLowerCase()
  return facts.headings.find((heading) => heading.anchor.toLowerCase() === wanted)?.content
}
