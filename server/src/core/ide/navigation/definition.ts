import type { Repository } from '../../repository/repository.ts'
import type { Span } from '../../text/span.ts'
import { destinationOf, headingOf } from './destination.ts'
import { issueSpotsIn } from './issue-spots.ts'
import { type Mention, mentionAt } from './mention.ts'
import type { Place, Spot } from './place.ts'

/** Where the thing at a place is at home. */
export interface Definition {
  /** What leads there. */
  readonly origin: Span
  readonly target: Spot
}

/**
 * A link leads to its file, its heading or its lines, an issue to the first meeting that spoke of it. Handles and headings are at home where
 * they stand: editors show what refers to them instead. `undefined` where nothing leads anywhere.
 */
export function definitionAt(place: Place): Definition | undefined {
  const mention = mentionAt(place)
  const target = mention && homeOf(mention, place)
  return target && { origin: mention.span, target }
}

function homeOf(mention: Mention, { minutes: { path }, repository, hostReadsMarkdown }: Place): Spot | undefined {
  switch (mention.kind) {
    case 'link': {
      // The editor knows the headings of relative links, but not their files.
      const isKnown = hostReadsMarkdown && mention.lead.by === 'path' && headingOf(mention.lead, repository)
      return isKnown ? undefined : destinationOf(mention.lead, repository)
    }
    case 'issue':
      return firstMention(mention.issue, repository)
    case 'heading':
      return hostReadsMarkdown ? undefined : { path, span: mention.span }
    case 'handle':
      return { path, span: mention.span }
    case 'action':
      return undefined
  }
}

function firstMention(issue: string, repository: Repository): Spot | undefined {
  const dated = repository.issues.filesOf(issue).map((path) => ({ path, day: repository.dayOf(path) ?? '9' }))
  const [first] = dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return first && issueSpotsIn(first.path, issue, repository)[0]
}
