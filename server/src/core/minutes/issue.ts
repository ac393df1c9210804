import type { Facts, Link } from '../syntax/facts.ts'
import { type Span, slice } from '../text/span.ts'

/** A link to an issue or a change of a forge. */
export interface IssueMention {
  /** Equal for all URLs of one issue: its repository and number, in small letters. */
  readonly issue: string
  /** The whole link. */
  readonly span: Span
  readonly link: Link
}

const issueUrl =
  /^https?:\/\/(?:www\.)?([^/\s]{1,100}\/[^\s?#]{1,200}?)\/(?:-\/)?(issues|pulls?|merge_requests|discussions)\/([0-9]{1,9})(?:[/?#]|$)/i

/** The issues that a text links, in its order. */
export function issuesOf(text: string, { links }: Pick<Facts, 'links'>): IssueMention[] {
  const mentions: IssueMention[] = []
  for (const link of links) {
    const issue = link.kind === 'definition' ? undefined : issueOf(slice(text, link.destination))
    if (issue) mentions.push({ issue, span: link.span, link })
  }
  return mentions
}

/** GitHub numbers issues and changes as one; GitLab does not. */
function issueOf(url: string): string | undefined {
  const found = url.length > longest || !numbered.test(url) ? undefined : issueUrl.exec(url)
  if (!found) return undefined
  const mark = found[2]!.toLowerCase() === 'merge_requests' ? '!' : '#'
  return `${found[1]}${mark}${found[3]}`.toLowerCase()
}

const longest = 500
/** Most links are of other things. */
const numbered = /(?:issues|pulls?|merge_requests|discussions)\/[0-9]/i
