import { isMissing, isOfDocument, isYetToCome, relativeTarget } from './relative-links.ts'
import type { Repository } from './repository.ts'

/** How many links of a kind lead to a file that is there, and to one that is not. */
export interface LinkCount {
  readonly present: number
  readonly missing: number
}

/** Fewer may have gone wrong one by one. */
const fewest = 3

/** Whether so many links lead nowhere that files must have been moved, or are kept elsewhere: whoever knows that need not be told at each. */
export function leadElsewhere({ present, missing }: LinkCount): boolean {
  return missing >= fewest && missing * 4 > present
}

/** Counts the relative links that name a document. */
export function countRelativeLinks(repository: Repository): LinkCount {
  return count(repository, (url, from) => {
    if (/^(?:#|https?:)/.test(url)) return undefined
    const target = relativeTarget(url, from, repository)
    return target && isOfDocument(target) ? !isMissing(target, repository) : undefined
  })
}

/** Counts the URLs of the repository's own files on its forge. */
export function countRepositoryLinks(repository: Repository): LinkCount {
  return count(repository, (url, from) => {
    if (!url.startsWith('http')) return undefined
    const target = repository.targetOf(url, from)
    const own = repository.summary(from)
    if (target.kind !== 'repository' || !own || isYetToCome(target.path, own, repository)) return undefined
    return repository.has(target.path)
  })
}

function count({ summaries }: Repository, isPresent: (url: string, from: string) => boolean | undefined): LinkCount {
  const found = { present: 0, missing: 0 }
  for (const { path, kind, links } of summaries) {
    if (kind === 'template') continue
    for (const { url } of links) {
      const present = isPresent(url, path)
      if (present !== undefined) found[present ? 'present' : 'missing'] += 1
    }
  }
  return found
}
