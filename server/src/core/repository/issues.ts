import { getOrInsert } from '../collections.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import { issueOf, issueUrlIn } from '../minutes/issue-url.ts'
import type { Shorthand } from '../minutes/shorthand.ts'
import { type ConfiguredIssues, IssueLabels } from './issue-labels.ts'
import type { Summary, SummaryIssue } from './summary.ts'

/** An issue or a change of a forge, as far as the minutes tell of it. */
export interface Issue {
  /** Equal for all URLs of it. */
  readonly issue: string
  /** The URL of its repository, without a slash at its end. */
  readonly repository: string
  readonly number: number
  readonly url: string
  /** The title that the latest minutes give it. */
  readonly title: string | undefined
  /** The meeting date of the latest minutes that link it. */
  readonly day: IsoDate | undefined
}

/** What a file says of an issue. */
interface Told {
  readonly date: IsoDate | undefined
  readonly mentions: readonly SummaryIssue[]
}

/** Lower numbers are ranks more often than issues. */
const leastNumber = 10

/** Which files mention each issue, by a link or by a shorthand, kept up to date file by file. */
export class Issues {
  readonly #labels: IssueLabels
  readonly #taken = new Map<string, Summary>()
  readonly #untaken = new Map<string, Summary | undefined>()
  readonly #linked = new Map<string, Map<string, Told>>()
  /** By the number, then by the path. */
  readonly #shorthands = new Map<number, Map<string, Shorthand[]>>()
  #newest: readonly Issue[] | undefined

  constructor(configured: ConfiguredIssues, forgeUrl: () => string | undefined) {
    this.#labels = new IssueLabels(configured, forgeUrl)
  }

  /** Replaces what a file says; `undefined` stands for no such file. It is taken in when somebody asks. */
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
    for (const [path, shorthands] of this.#shorthands.get(numberIn(issue)) ?? []) {
      if (shorthands.some((shorthand) => this.meantBy(shorthand, path) === issue)) paths.add(path)
    }
    return [...paths].sort()
  }

  /** The issue that a shorthand means in a file; `undefined` where it may mean several, or something else. */
  meantBy({ alias, number }: Pick<Shorthand, 'alias' | 'number'>, path: string): string | undefined {
    const repository = this.labels.repositoryOf(alias, path)
    const issue = repository && issueOf(repository, number)
    return issue && (alias || number >= leastNumber || this.#linked.has(issue)) ? issue : undefined
  }

  /** What is known of the issue that a shorthand means in a file. */
  behind(shorthand: Pick<Shorthand, 'alias' | 'number'>, path: string): Issue | undefined {
    const issue = this.meantBy(shorthand, path)
    if (issue === undefined) return undefined
    return this.of(issue) ?? this.#unlinked(issue, this.labels.repositoryOf(shorthand.alias, path)!, shorthand.number)
  }

  /** What the links to an issue tell of it; `undefined` when there are none. */
  of(issue: string): Issue | undefined {
    this.#take()
    const files = this.#linked.get(issue)
    return files && told(issue, [...files.values()])
  }

  /** The issues that are linked, those of the latest minutes first. */
  get newest(): readonly Issue[] {
    this.#take()
    this.#newest ??= [...this.#linked].map(([issue, files]) => told(issue, [...files.values()])).sort(newestFirst)
    return this.#newest
  }

  /** An issue that nobody has linked: its URL is made as those of others of its repository are. */
  #unlinked(issue: string, repository: string, number: number): Issue {
    const sibling = this.newest.find((other) => other.repository.toLowerCase() === repository.toLowerCase())
    const url = issueUrlIn(repository, number, sibling?.url)
    return { issue, repository, number, url, title: undefined, day: undefined }
  }

  #take(): void {
    if (!this.#untaken.size) return
    for (const [path, after] of this.#untaken) {
      const before = this.#taken.get(path)
      if (after) this.#taken.set(path, after)
      else this.#taken.delete(path)
      this.#replaceShorthands(path, before?.shorthands ?? [], after?.shorthands ?? [])
      if (!saysTheSame(before, after)) this.#replaceLinks(path, before, after)
    }
    this.#untaken.clear()
  }

  #replaceLinks(path: string, before: Summary | undefined, after: Summary | undefined): void {
    this.#newest = undefined
    if (before) this.#labels.count(before, -1)
    for (const { issue } of before?.issues ?? []) {
      const files = this.#linked.get(issue)
      if (files?.delete(path) && !files.size) this.#linked.delete(issue)
    }
    if (!after) return
    this.#labels.count(after, 1)
    for (const [issue, mentions] of byIssue(after.issues)) {
      getOrInsert(this.#linked, issue, () => new Map()).set(path, { date: after.date, mentions })
    }
  }

  #replaceShorthands(path: string, before: readonly Shorthand[], after: readonly Shorthand[]): void {
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

/** Whether two states of a file say the same of issues, wherever it stands. */
function saysTheSame(before: Summary | undefined, after: Summary | undefined): boolean {
  if (before?.date !== after?.date || before?.issues.length !== after?.issues.length) return false
  return !before || before.issues.every((one, at) => isSame(one, after!.issues[at]!))
}

function isSame(one: SummaryIssue, other: SummaryIssue): boolean {
  if (one.url !== other.url || one.title?.text !== other.title?.text || one.title?.labelled !== other.title?.labelled)
    return false
  return one.label?.alias === other.label?.alias && one.label?.form === other.label?.form
}

function byIssue(mentions: readonly SummaryIssue[]): Map<string, SummaryIssue[]> {
  const found = new Map<string, SummaryIssue[]>()
  for (const mention of mentions) getOrInsert(found, mention.issue, () => []).push(mention)
  return found
}

function told(issue: string, files: Told[]): Issue {
  files.sort((a, b) => compared(b.date ?? '', a.date ?? ''))
  const mentions = files.flatMap((file) => file.mentions)
  const titles = mentions.flatMap(({ title }) => title ?? [])
  // GitHub leads from an issue to the change that it is, and not everybody writes which of them it is.
  const { url, repository } = mentions.find((mention) => isChange(mention.url)) ?? mentions[0]!
  const title = (titles.find(({ labelled }) => labelled) ?? titles[0])?.text
  return { issue, repository, number: numberIn(issue), url, title, day: files[0]!.date }
}

/** Whether a URL is that of a change: a pull request, a merge request. */
export function isChange(url: string): boolean {
  return /\/(?:pulls?|merge_requests)\/[0-9]+$/i.test(url)
}

function newestFirst(a: Issue, b: Issue): number {
  return compared(b.day ?? '', a.day ?? '') || b.number - a.number || compared(a.issue, b.issue)
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function numberIn(issue: string): number {
  return Number(/[0-9]+$/.exec(issue)![0])
}
