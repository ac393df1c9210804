import type { Repository } from '../../repository/repository.ts'
import { unpackedSpans } from '../../text/packed.ts'
import type { Spot } from './place.ts'

/** Where minutes mention an issue, by a link or a shorthand, in the order of the paths. */
export function issueSpots(issue: string, repository: Repository): Spot[] {
  return repository.issues.filesOf(issue).flatMap((path) => issueSpotsIn(path, issue, repository))
}

/** Where one file mentions an issue, in its order. */
export function issueSpotsIn(path: string, issue: string, repository: Repository): Spot[] {
  const summary = repository.summary(path)
  if (!summary) return []
  const { issues, issueSpans, shorthands } = summary
  const links = unpackedSpans(issueSpans).filter((_, at) => issues[at]!.issue === issue)
  const named = shorthands.filter((shorthand) => repository.issues.meantBy(shorthand, path) === issue)
  return [...links, ...named.map(({ span }) => span)]
    .map((span) => ({ path, span }))
    .sort((a, b) => a.span.start - b.span.start)
}
