import { getOrInsert } from '../collections.ts'
import type { Span } from '../text/span.ts'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'

/** A link to a file, as it stands in another one. */
export interface Backlink {
  readonly from: string
  /** As it is written. */
  readonly url: string
  /** The place of the URL in the text of `from`. */
  readonly span: Span
}

/** The links to each file or folder, by its path, in the order of the files that hold them. */
export function findBacklinks(
  summaries: Iterable<Summary>,
  resolve: (url: string, from: string) => Target,
): Map<string, Backlink[]> {
  const backlinks = new Map<string, Backlink[]>()
  for (const { path: from, links } of summaries) {
    for (const { url, span } of links) {
      const target = resolve(url, from)
      if (target.kind !== 'repository' && target.kind !== 'relative') continue
      getOrInsert(backlinks, target.path, () => []).push({ from, url, span })
    }
  }
  return backlinks
}
