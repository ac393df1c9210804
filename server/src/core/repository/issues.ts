import { Groups, getOrInsert, isSameList, smallest } from '../collections.ts'
import { issueOf, issueUrlIn } from '../minutes/issue-url.ts'
import type { Shorthand } from '../minutes/shorthand.ts'
import { compareTexts } from '../text/order.ts'
import type { Derived } from './derived.ts'
import { type Issue, issueTold, newestFirst, numberOf, type Told } from './issue.ts'
import { type ConfiguredIssues, IssueLabels } from './issue-labels.ts'
import { isSameIssue, type SummaryIssue } from './issue-summary.ts'
import type { Summary } from './summary.ts'

/** Lower numbers alone are ranks more often than issues, unless `.minutes.json` says which these are. */
const leastNumber = 10

type Named = Pick<Shorthand, 'alias' | 'number'>

/** Which files mention each issue, by a link or by a shorthand, kept up to date file by file. */
export class Issues implements Derived {
  /** What stands before the numbers. */
  readonly labels: IssueLabels
  readonly #summaries: ReadonlyMap<string, Summary>
  /** What each file says of each issue that it links. */
  readonly #linked = new Map<string, Groups<string, SummaryIssue>>()
  /** The issues of each repository that are linked. */
  readonly #siblings = new Map<string, Set<string>>()
  /** Of each repository the first in the order of texts, as far as anybody has asked. */
  readonly #firstSiblings = new Map<string, string>()
  readonly #told = new Map<string, Issue>()
  /** By the number, then by the path. */
  readonly #shorthands = new Map<number, Groups<string, Shorthand>>()
  #newest: { readonly issues: readonly Issue[]; readonly forge: string | undefined } | undefined
  readonly #forgeUrl: () => string | undefined

  /** `summaries` says what each file says now. */
  constructor(
    configured: ConfiguredIssues,
    forgeUrl: () => string | undefined,
    summaries: ReadonlyMap<string, Summary>,
  ) {
    this.labels = new IssueLabels(configured, forgeUrl)
    this.#forgeUrl = forgeUrl
    this.#summaries = summaries
  }

  replace(path: string, now: Summary | undefined, before: Summary | undefined): void {
    this.#replaceShorthands(path, now?.shorthands ?? [], before?.shorthands ?? [])
    if (!saysTheSame(now, before)) this.#replaceLinks(path, now, before)
  }

  /** The paths of the files that mention an issue, in their order. */
  filesOf(issue: string): string[] {
    const paths = new Set(this.#linked.get(issue)?.keys())
    const shorthands = this.#shorthands.get(numberOf(issue))
    for (const path of shorthands?.keys() ?? []) {
      if (shorthands!.of(path).some((shorthand) => this.meantBy(shorthand, path) === issue)) paths.add(path)
    }
    return [...paths].sort()
  }

  /** The issue that a shorthand means in a file; `undefined` where it may mean several, or something else. */
  meantBy({ alias, number }: Named, path: string): string | undefined {
    const repository = this.labels.repositoryOf(alias, path)
    const issue = repository && issueOf(repository, number)
    const isTold = alias || number >= leastNumber || this.labels.isConfigured(alias)
    return issue && (isTold || this.#linked.has(issue)) ? issue : undefined
  }

  /** What is known of the issue that a shorthand means in a file. */
  behind(shorthand: Named, path: string): Issue | undefined {
    const issue = this.meantBy(shorthand, path)
    if (issue === undefined) return undefined
    return this.of(issue) ?? this.#unlinked(issue, this.labels.repositoryOf(shorthand.alias, path)!)
  }

  /** What the links to an issue tell of it; `undefined` when there are none. */
  of(issue: string): Issue | undefined {
    const files = this.#linked.get(issue)
    return files && getOrInsert(this.#told, issue, () => issueTold(issue, this.#toldIn(files)))
  }

  /** All issues that minutes mention, those of the latest minutes first. */
  get newest(): readonly Issue[] {
    const forge = this.#forgeUrl()
    if (this.#newest?.forge !== forge) this.#newest = undefined
    this.#newest ??= { issues: [...this.#mentioned().values()].sort(newestFirst), forge }
    return this.#newest.issues
  }

  #toldIn(files: Groups<string, SummaryIssue>): Told[] {
    return [...files.keys()].map((path) => ({
      path,
      date: this.#summaries.get(path)?.date,
      mentions: files.of(path),
    }))
  }

  #mentioned(): Map<string, Issue> {
    const found = new Map<string, Issue>()
    for (const issue of this.#linked.keys()) found.set(issue, this.of(issue)!)
    for (const files of this.#shorthands.values()) {
      for (const path of files.keys()) {
        for (const shorthand of files.each(path)) {
          const issue = this.behind(shorthand, path)
          const known = issue && (found.get(issue.issue) ?? issue)
          const day = this.#summaries.get(path)?.date
          if (known) found.set(known.issue, day && day > (known.day ?? '') ? { ...known, day } : known)
        }
      }
    }
    return found
  }

  /** An issue that nobody has linked: its URL is made as those of others of its repository are. */
  #unlinked(issue: string, repository: string): Issue {
    const number = numberOf(issue)
    const url = issueUrlIn(repository, number, this.#siblingOf(repository))
    return { issue, repository, number, url, title: undefined, day: undefined }
  }

  #siblingOf(repository: string): string | undefined {
    const home = homeOf(issueOf(repository, 0))
    const siblings = this.#siblings.get(home)
    // Whichever it is, it is the same one in whatever order the files came.
    const sibling = siblings && getOrInsert(this.#firstSiblings, home, () => smallest(siblings, 1, compareTexts)[0]!)
    return sibling && this.of(sibling)?.url
  }

  #replaceLinks(path: string, now: Summary | undefined, before: Summary | undefined): void {
    this.#newest = undefined
    this.#firstSiblings.clear()
    if (before) this.labels.count(before, -1)
    for (const { issue } of before?.issues ?? []) {
      this.#told.delete(issue)
      const files = this.#linked.get(issue)
      files?.set(path, [])
      if (files?.size === 0) this.#unlink(issue)
    }
    if (!now) return
    this.labels.count(now, 1)
    for (const mention of now.issues) {
      this.#told.delete(mention.issue)
      getOrInsert(this.#linked, mention.issue, () => new Groups()).add(path, mention)
      getOrInsert(this.#siblings, homeOf(mention.issue), () => new Set()).add(mention.issue)
    }
  }

  #unlink(issue: string): void {
    this.#linked.delete(issue)
    const siblings = this.#siblings.get(homeOf(issue))
    if (siblings?.delete(issue) && !siblings.size) this.#siblings.delete(homeOf(issue))
  }

  #replaceShorthands(path: string, now: readonly Shorthand[], before: readonly Shorthand[]): void {
    if (namesTheSame(now, before)) return
    this.#newest = undefined
    for (const { number } of before) {
      const files = this.#shorthands.get(number)
      files?.set(path, [])
      if (files?.size === 0) this.#shorthands.delete(number)
    }
    for (const shorthand of now) {
      getOrInsert(this.#shorthands, shorthand.number, () => new Groups()).add(path, shorthand)
    }
  }
}

/** What the keys of a repository's issues begin with. */
function homeOf(issue: string): string {
  return issue.replace(/[#!][0-9]+$/, '')
}

function namesTheSame(now: readonly Shorthand[], before: readonly Shorthand[]): boolean {
  return isSameList(now, before, (one, other) => one.alias === other.alias && one.number === other.number)
}

/** Whether two states of a file say the same of issues, wherever it stands. */
function saysTheSame(now: Summary | undefined, before: Summary | undefined): boolean {
  if (!now || !before) return now === before
  return now.date === before.date && isSameList(now.issues, before.issues, isSameIssue)
}
