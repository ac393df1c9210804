import type { Minutes } from '../../minutes/minutes.ts'
import type { Issue } from '../../repository/issue.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Span } from '../../text/span.ts'

/** An issue that is named without a link, and where the forge shows it. */
export interface IssueLink {
  readonly span: Span
  readonly issue: Issue
}

/** The shorthands of a file whose meaning is known. No editor knows them. */
export function issueLinks({ shorthands, path }: Minutes, { issues }: Repository): IssueLink[] {
  return shorthands.flatMap((shorthand) => {
    const issue = issues.behind(shorthand, path)
    return issue ? [{ span: shorthand.span, issue }] : []
  })
}
