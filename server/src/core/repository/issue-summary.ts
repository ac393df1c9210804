import { compact } from '../collections.ts'
import type { IssueMention } from '../minutes/issue.ts'
import { owned } from '../text/owned.ts'
import { type PackedSpans, packedSpans } from '../text/packed.ts'
import type { SummaryPool } from './summary-pool.ts'

/** The links of a file to issues and changes of a forge. */
export interface SummaryIssues {
  readonly issues: readonly SummaryIssue[]
  /** The places of these links, in the same order. */
  readonly issueSpans: PackedSpans
}

/** Many files have the same ones. */
export interface SummaryIssue extends Omit<IssueMention, 'link' | 'number' | 'span'> {}

export function issueSummaries(issues: readonly IssueMention[], pool: SummaryPool): SummaryIssues {
  const summaries = issues.map(({ issue, repository, url, label, title }) =>
    pool.issue({
      issue: owned(issue),
      repository: owned(repository),
      url: owned(url),
      label: label && { ...label, alias: owned(label.alias), form: label.form && owned(label.form) },
      title: title && { ...title, text: owned(title.text) },
    }),
  )
  return { issues: compact(summaries), issueSpans: packedSpans(issues.map(({ span }) => span)) }
}

/** Whether minutes say the same of an issue as others, or before. Its URL tells which one it is, and of which repository. */
export function isSameIssue({ url, title, label }: SummaryIssue, other: SummaryIssue): boolean {
  if (url !== other.url || title?.text !== other.title?.text || title?.labelled !== other.title?.labelled) return false
  return (
    label?.alias === other.label?.alias &&
    label?.form === other.label?.form &&
    label?.withTitle === other.label?.withTitle
  )
}
