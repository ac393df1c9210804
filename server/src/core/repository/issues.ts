import { compact, getOrInsert, grouped, isSameList, smallest } from '../collections.ts'
import { issueOf, issueUrlIn } from '../minutes/issue-url.ts'
import type { Shorthand } from '../minutes/shorthand.ts'
import { compareTexts } from '../text/order.ts'
import { type Issue, issueTold, newestFirst, numberOf, type Told } from './issue.ts'
import { type ConfiguredIssues, IssueLabels } from './issue-labels.ts'
import { isSameIssue } from './issue-summary.ts'
import type { Summary } from './summary.ts'

/** Lower numbers alone are ranks more often than issues, unless `.minutes.json` says which these are. */
const leastNumber = 10

type Named = Pick<Shorthand, 'alias' | 'number'>

/** Which files mention each issue, by a link or by a shorthand, kept up to date file by file, as soon as somebody asks. */
export class Issues {
  readonly #labels: IssueLabels
  readonly #summaries = new Map<string, Summary>()
  readonly #untaken = new Map<string, Summary | undefined>()
  /** What each file says of each issue that it links. */
  readonly #linked = new Map<string, Map<string, Told>>()
  /** The issues of each repository that are linked. */
  readonly #siblings = new Map<string, Set<string>>()
  /** Of each repository the first in the order of texts, as far as anybody has asked. */
  readonly #firstSiblings = new Map<string, string>()
  readonly #told = new Map<string, Issue>()
  /** By the number, then by the path. */
  readonly #shorthands = new Map<number, Map<string, Shorthand[]>>()
  #newest: { readonly issues: readonly Issue[]; readonly forge: string | undefined } | undefined
  readonly #forgeUrl: () => string | undefined

  constructor(configured: ConfiguredIssues, forgeUrl: () => string | undefined) {
    this.#labels = new IssueLabels(configured, forgeUrl)
    this.#forgeUrl = forgeUrl
  }

  /** Replaces what a file says; `undefined` stands for no such file. */
  replace(path: string, summary: Summary | undefined): void {
    this.#untaken.set(path, summary)
  }

  /** What stands before the numbers. */
  get labels(): IssueLabels {
    this.#take()
    return this.#labels
  }

  /** The paths of the files that mention an issue, in their order. */
  filesOf(issue: string): string[] {
    this.#take()
    const paths = new Set(this.#linked.get(issue)?.keys())
    for (const [path, shorthands] of this.#shorthands.get(numberOf(issue)) ?? []) {
      if (shorthands.some((shorthand) => this.meantBy(shorthand, path) === issue)) paths.add(path)
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
    this.#take()
    const files = this.#linked.get(issue)
    return files && getOrInsert(this.#told, issue, () => issueTold(issue, files))
  }

  /** All issues that minutes mention, those of the latest minutes first. */
  get newest(): readonly Issue[] {
    this.#take()
    const forge = this.#forgeUrl()
    if (this.#newest?.forge !== forge) this.#newest = undefined
    this.#newest ??= { issues: [...this.#mentioned().values()].sort(newestFirst), forge }
    return this.#newest.issues
  }

  #mentioned(): Map<string, Issue> {
    const found = new Map<string, Issue>()
    for (const issue of this.#linked.keys()) found.set(issue, this.of(issue)!)
    for (const files of this.#shorthands.values()) {
      for (const [path, shorthands] of files) {
        for (const shorthand of shorthands) {
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

  #take(): void {
    if (!this.#untaken.size) return
    for (const [path, after] of this.#untaken) {
      const before = this.#summaries.get(path)
      if (after) this.#summaries.set(path, after)
      else this.#summaries.delete(path)
      this.#replaceShorthands(path, before?.shorthands ?? [], after?.shorthands ?? [])
      if (!saysTheSame(before, after)) this.#replaceLinks(path, before, after)
    }
    this.#untaken.clear()
  }

  #replaceLinks(path: string, before: Summary | undefined, after: Summary | undefined): void {
    this.#newest = undefined
    this.#firstSiblings.clear()
    if (before) this.#labels.count(before, -1)
    for (const { issue } of before?.issues ?? []) {
      this.#told.delete(issue)
      const files = this.#linked.get(issue)
      if (files?.delete(path) && !files.size) this.#unlink(issue)
    }
    if (!after) return
    this.#labels.count(after, 1)
    for (const [issue, mentions] of grouped(after.issues, (mention) => mention.issue)) {
      this.#told.delete(issue)
      getOrInsert(this.#linked, issue, () => new Map()).set(path, { date: after.date, mentions: compact(mentions) })
      getOrInsert(this.#siblings, homeOf(issue), () => new Set()).add(issue)
    }
  }

  #unlink(issue: string): void {
    this.#linked.delete(issue)
    const siblings = this.#siblings.get(homeOf(issue))
    if (siblings?.delete(issue) && !siblings.size) this.#siblings.delete(homeOf(issue))
  }

  #replaceShorthands(path: string, before: readonly Shorthand[], after: readonly Shorthand[]): void {
    if (namesTheSame(before, after)) return
    this.#newest = undefined
    for (const { number } of before) {
      const files = this.#shorthands.get(number)
      if (files?.delete(path) && !files.size) this.#shorthands.delete(number)
    }
    for (const shorthand of after) {
      const files = getOrInsert(this.#shorthands, shorthand.number, () => new Map<string, Shorthand[]>())
      getOrInsert(files, path, () => []).push(shorthand)
    }
  }
}

/** What the keys of a repository's issues begin with. */
function homeOf(issue: string): string {
  return issue.replace(/[#!][0-9]+$/, '')
}

function namesTheSame(before: readonly Shorthand[], after: readonly Shorthand[]): boolean {
  return isSameList(before, after, (one, other) => one.alias === other.alias && one.number === other.number)
}

/** Whether two states of a file say the same of issues, wherever it stands. */
function saysTheSame(before: Summary | undefined, after: Summary | undefined): boolean {
  if (!before || !after) return before === after
  return before.date === after.date && isSameList(before.issues, after.issues, isSameIssue)
}
