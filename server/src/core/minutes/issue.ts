import type { Facts, Link } from '../syntax/facts.ts'
import { type Span, slice } from '../text/span.ts'
import { type IssueText, issueTextOf } from './issue-text.ts'
import { type IssueUrl, parseIssueUrl } from './issue-url.ts'

/** A link to an issue or a change of a forge. */
export interface IssueMention extends IssueUrl, IssueText {
  /** The whole link. */
  readonly span: Span
  readonly link: Link
}

/** The issues that a text links, in its order. */
export function issuesOf(text: string, { links, headings }: Pick<Facts, 'links' | 'headings'>): IssueMention[] {
  const mentions: IssueMention[] = []
  for (const link of links) {
    const found = link.kind === 'definition' ? undefined : parseIssueUrl(slice(text, link.destination))
    if (!found) continue
    const { issue, repository, number, url } = found
    const { label, title } = issueTextOf(text, link, number, headings)
    mentions.push({ issue, repository, number, url, label, title, span: link.span, link })
  }
  return mentions
}
