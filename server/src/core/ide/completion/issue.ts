import { repositoryKey } from '../../minutes/issue-url.ts'
import { type Issue, isChange } from '../../repository/issue.ts'
import type { Repository } from '../../repository/repository.ts'
import { touches } from '../../text/span.ts'
import { issueName } from '../issues/issue-name.ts'
import { issueLabel } from '../issues/labelled-link.ts'
import { issueSpots } from '../navigation/issue-spots.ts'
import type { Completion, Place } from './completion.ts'
import { type IssueWord, issueWordAt } from './issue-word.ts'

/** So many are sent at once: whoever looks for an older one types its number, or a word of its title. */
const longestList = 50

/**
 * Behind `standards#`, `org/repo#`, or a `#` behind a blank: the issues that minutes mention, those of the latest minutes first. `undefined`
 * where no issue is being typed.
 */
export function completeIssue(place: Place): Completion[] | undefined {
  const { minutes, offset } = place
  const word = issueWordAt(minutes, offset)
  const found = word && fitting(word, place)
  if (!found) return undefined
  // A bare number may be something else: Enter must begin a line then, and in a list that is asked for again it does.
  const asksAgain = word.alias === '' || found.length > longestList
  return found.slice(0, longestList).map((issue) => toCompletion(issue, { ...word, asksAgain }, place))
}

/** `undefined` where the alias means nothing. */
function fitting({ alias, typed }: IssueWord, place: Place): Issue[] | undefined {
  const { issues } = place.repository
  const meant = alias ? issues.labels.repositoriesOf(alias, place.minutes.path) : undefined
  if (meant?.size === 0) return undefined
  const found = withoutTyped(issues.newest, place)
  return found.filter((issue) => (!meant || meant.has(repositoryKey(issue.repository))) && fits(issue, typed))
}

/** By the beginning of the number, or of a word of the title. */
function fits({ number, title = '' }: Issue, typed: string): boolean {
  if (!typed || String(number).startsWith(typed)) return true
  return title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(typed))
}

/** What is being typed mentions nothing yet: half a number is another issue's, or nobody's. */
function withoutTyped(newest: readonly Issue[], { minutes, repository, offset }: Place): readonly Issue[] {
  const typed = minutes.shorthands.find(({ span }) => touches(span, offset))
  const key = typed && repository.issues.meantBy(typed, minutes.path)
  if (key === undefined) return newest
  const isAlone = issueSpots(key, repository).length < 2
  return newest.flatMap((issue) => (issue.issue !== key ? issue : isAlone ? [] : (repository.issues.of(key) ?? issue)))
}

/** Where an issue is put. */
interface Slot extends IssueWord {
  readonly asksAgain: boolean
}

function toCompletion(
  issue: Issue,
  { span, alias, start, asksAgain }: Slot,
  { minutes: { text, path }, repository }: Place,
): Completion {
  const { number, title, url, day } = issue
  const name = issueName(issue.issue, repository)
  return {
    kind: 'issue',
    issue: issue.issue,
    label: shortName(issue, alias, path, repository) ?? name,
    description: title ?? day ?? '',
    detail: [`${kindOf(url)} ${name}`, ...(day ? [`last in the minutes of ${day}`] : [])].join(', '),
    span,
    newText: `[${issueLabel(issue, path, repository, alias)}](${url})`,
    filterText: `${text.slice(span.start, start)}${number} ${title ?? ''}`.trimEnd(),
    asksAgain,
  }
}

/** By the alias that has been typed, or else the one that the team writes, where it means one repository alone. */
function shortName({ repository: of, number }: Issue, typed: string, path: string, { issues }: Repository) {
  const alias = typed || issues.labels.formOf(of, path).replace(/\/?#$/, '')
  const meant = alias ? issues.labels.repositoryOf(alias, path) : undefined
  return meant !== undefined && repositoryKey(meant) === repositoryKey(of) ? `${alias}#${number}` : undefined
}

function kindOf(url: string): string {
  if (!isChange(url)) return 'Issue'
  return /\/merge_requests\//i.test(url) ? 'Merge request' : 'Pull request'
}
