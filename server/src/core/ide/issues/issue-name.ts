import type { Repository } from '../../repository/repository.ts'

/** What an issue is called wherever one is: `lighthouse-commons/buoys#7`, as the minutes spell it. */
export function issueName(issue: string, { issues }: Repository): string {
  const [, repository, number] = /^(.*)([#!][0-9]+)$/.exec(issue)!
  const url = issues.labels.spelt(`https://${repository}`)
  return url.replace(/^https?:\/\/[^/]+\//, '') + number
}

/** Its name, and the title that minutes give it. */
export function titledIssue(issue: string, repository: Repository): string {
  const name = issueName(issue, repository)
  const title = repository.issues.of(issue)?.title
  return title === undefined ? name : `${name}: ${title}`
}
