import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
import { type Span, slice } from '../../text/span.ts'
import { labelledLink } from './labelled-link.ts'

/** Something that may be written in another way. */
export interface Rewrite {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/**
 * The labelled links that may be made of what a span touches: bare URLs of issues and of the repository's files, and shorthands. Of several that
 * are selected all URLs are one rewrite, and all shorthands.
 */
export function linkRewrites(minutes: Minutes, repository: Repository, span: Span): Rewrite[] {
  const [urls, shorthands] = [ofUrls(minutes, repository, span), ofShorthands(minutes, repository, span)]
  if (span.start === span.end) return [...urls, ...shorthands]
  return [
    ...asOne(urls, `Make labelled links of these ${urls.length} URLs`),
    ...asOne(shorthands, `Link these ${shorthands.length} issues`),
  ]
}

function asOne(rewrites: readonly Rewrite[], title: string): readonly Rewrite[] {
  return rewrites.length > 1 ? [{ title, edits: rewrites.flatMap(({ edits }) => edits) }] : rewrites
}

function ofUrls(minutes: Minutes, repository: Repository, span: Span): Rewrite[] {
  const { facts, text } = minutes
  const bare = facts.links.filter(
    ({ kind, span: own }) => (kind === 'literal' || kind === 'autolink') && meet(own, span),
  )
  return bare.flatMap((link) => {
    const labelled = labelledLink(slice(text, link.destination), '', minutes, repository)
    if (labelled === undefined) return []
    return { title: 'Make a labelled link of this URL', edits: [replace(link.span, labelled)] }
  })
}

function ofShorthands({ shorthands, text, path }: Minutes, { issues }: Repository, span: Span): Rewrite[] {
  return shorthands.flatMap((shorthand) => {
    const issue = meet(shorthand.span, span) ? issues.behind(shorthand, path) : undefined
    if (!issue) return []
    const written = slice(text, shorthand.span)
    return { title: `Link ${written}`, edits: [replace(shorthand.span, `[${written}](${issue.url})`)] }
  })
}

function meet(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end
}
