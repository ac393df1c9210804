import { type HeadingFinder, headingNamed } from '../../repository/anchor.ts'
import type { Lead } from '../../repository/lead.ts'
import type { Repository } from '../../repository/repository.ts'
import type { PlacedHeading } from '../../repository/summary.ts'
import { type Span, spanOf } from '../../text/span.ts'
import type { Spot } from './place.ts'

/**
 * Where in its file a link leads: a heading, lines, or the file's start. `undefined` for a folder, which no editor shows. Whoever asks about
 * many links has one finder for all of them.
 */
export function destinationOf(
  { kind, path, fragment }: Lead,
  repository: Repository,
  find: HeadingFinder = (target) => headingOf(target, repository),
): Spot | undefined {
  if (kind === 'folder') return undefined
  const heading = find({ path, fragment })
  return { path, span: spanOf(heading ?? linesOf(fragment, path, repository) ?? { start: 0, end: 0 }) }
}

/** The heading that a link names. */
export function headingOf(
  { path, fragment }: Pick<Lead, 'path' | 'fragment'>,
  repository: Repository,
): PlacedHeading | undefined {
  const summary = repository.summary(path)
  return summary && fragment ? headingNamed(summary, fragment, repository.forge) : undefined
}

/** `L10`, `L10-L20` (GitHub), `L10-20` (GitLab), `L10C3-L12C1`. */
const lines = /^L([0-9]{1,7})(?:C[0-9]{1,7})?(?:-L?([0-9]{1,7})(?:C[0-9]{1,7})?)?$/

/** The lines that a fragment names, line ends between them included. Behind the end of the file there are none. */
export function linesOf(fragment: string, path: string, repository: Repository): Span | undefined {
  const starts = repository.summary(path)?.lines
  const [found, first, last = first] = lines.exec(fragment) ?? []
  if (!found || !starts) return undefined
  const from = Math.max(0, Number(first) - 1)
  const to = Math.max(from, Number(last) - 1)
  return from < starts.count ? { start: starts.start(from), end: starts.end(to) } : undefined
}
