import type { Minutes } from '../../minutes/minutes.ts'
import { headingFinder } from '../../repository/anchor.ts'
import type { Repository } from '../../repository/repository.ts'
import { type Span, slice } from '../../text/span.ts'
import { destinationOf } from './destination.ts'
import type { Spot } from './place.ts'

/** A link whose target is a file of the repository. */
export interface FileLink {
  /** The place of the URL; of a reference, its text. */
  readonly span: Span
  readonly target: Spot
  /** The other version of the file that the URL names. */
  readonly ref: string | undefined
}

/**
 * The links that lead to a file which is here, so that it can be opened without the network: URLs of the forge, and paths unless
 * `hostReadsMarkdown` says that the editor follows them itself.
 */
export function fileLinks(minutes: Minutes, repository: Repository, hostReadsMarkdown: boolean): FileLink[] {
  const { facts, text, path } = minutes
  const find = headingFinder(repository)
  return facts.links.flatMap((link): FileLink[] => {
    const isReference = link.kind === 'reference' || link.kind === 'image-reference'
    if (isReference && hostReadsMarkdown) return []
    const lead = repository.leadOf(slice(text, link.destination), path)
    if (!lead || (lead.by === 'path' && hostReadsMarkdown)) return []
    const target = destinationOf(lead, repository, find)
    return target ? [{ span: isReference ? link.text : link.destination, target, ref: lead.ref }] : []
  })
}
