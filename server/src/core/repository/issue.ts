import type { IsoDate } from '../minutes/calendar.ts'
import { compareTexts } from '../text/order.ts'
import type { SummaryIssue } from './issue-summary.ts'

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
  /** The latest meeting date of minutes that mention it. */
  readonly day: IsoDate | undefined
}

/** What one file says of an issue. */
export interface Told {
  readonly path: string
  readonly date: IsoDate | undefined
  readonly mentions: readonly SummaryIssue[]
}

/** What all files together say of an issue; there is one at least. */
export function issueTold(issue: string, files: readonly Told[]): Issue {
  const told = [...files].sort((a, b) => compareTexts(b.date ?? '', a.date ?? '') || compareTexts(a.path, b.path))
  const mentions = told.flatMap((file) => file.mentions)
  const titles = mentions.flatMap(({ title }) => title ?? [])
  // GitHub leads from an issue to the change that it is, and not everybody writes which of them it is.
  const { url, repository } = mentions.find((mention) => isChange(mention.url)) ?? mentions[0]!
  const title = (titles.find(({ labelled }) => labelled) ?? titles[0])?.text
  return { issue, repository, number: numberOf(issue), url, title, day: told[0]!.date }
}

/** Whether a URL is that of a change: a pull request, a merge request. */
export function isChange(url: string): boolean {
  return /\/(?:pulls?|merge_requests)\/[0-9]+$/i.test(url)
}

/** Orders issues: those of the latest minutes first, and of one day the newest, which has the highest number. */
export function newestFirst(a: Issue, b: Issue): number {
  return compareTexts(b.day ?? '', a.day ?? '') || b.number - a.number || compareTexts(a.issue, b.issue)
}

export function numberOf(issue: string): number {
  return Number(/(?<![0-9])[0-9]+$/.exec(issue)![0])
}
