import { relativeUrl } from '../../minutes/forge-url.ts'
import { type IssueUrl, parseIssueUrl } from '../../minutes/issue-url.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Lead } from '../../repository/lead.ts'
import { linkWay } from '../../repository/link-way.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { arePaired, withoutBrackets } from '../../text/brackets.ts'
import { folderOf, nameOf } from '../../text/path.ts'
import { nameInLinks, pageTitle } from '../completion/link-files.ts'
import { headingOf } from '../navigation/destination.ts'

/**
 * What is written in place of a text that is selected, or nothing, when the URL of an issue, or of a file of the repository, is pasted there:
 * a link with the selected text, else with the issue's number or the meeting's team and day. `undefined` for any other URL, and where a link
 * can have no such text. Whether the place is one for links is for the caller to know.
 */
export function labelledLink(
  url: string,
  selectedText: string,
  minutes: Minutes,
  repository: Repository,
): string | undefined {
  const issue = parseIssueUrl(url)
  const lead = issue ? undefined : ownLead(url, minutes, repository)
  if (/\s/.test(url) || (!issue && !lead)) return undefined
  const shown = isUrl(selectedText) ? '' : selectedText
  if (shown && !canBeShown(shown)) return undefined
  const text =
    shown.trim() || (issue ? issueLabel(issue, minutes.path, repository) : fileLabel(lead!, minutes.path, repository))
  const destination = lead ? destinationOf(url, lead, minutes.path, repository) : url
  const link = `[${text}](${arePaired(destination) ? destination : withoutBrackets(destination)})`
  return shown.trim() ? shown.replace(text, () => link) : link
}

/** How minutes of the same series label an issue, with its title where they do that. `alias` is what has been typed before the number. */
export function issueLabel(
  { issue, repository, number }: Pick<IssueUrl, 'issue' | 'repository' | 'number'>,
  path: string,
  { issues }: Repository,
  alias?: string,
): string {
  const form = issues.labels.formOf(repository, path, alias)
  const mark = issue.includes('!') ? form.replace(/#$/, '!') : form
  const title = issues.labels.writesTitles(path) ? issues.of(issue)?.title : undefined
  return title === undefined ? `${mark}${number}` : `${mark}${number}: ${escaped(title)}`
}

function ownLead(url: string, { path }: Minutes, repository: Repository): Lead | undefined {
  const lead = repository.leadOf(url, path)
  return lead?.by === 'url' && lead.path !== '' ? lead : undefined
}

/** The meeting, of another team with its name, or what a page or a folder is called; then the heading that the URL names. */
function fileLabel(lead: Lead, from: string, repository: Repository): string {
  const { kind, path } = lead
  const day = repository.dayOf(path)
  if (kind === 'folder') return escaped(folderName(path, repository))
  const heading = headingOf(lead, repository)
  if (!day) return escaped(heading?.title || pageTitle(repository.summary(path) ?? { path, headings: [] }))
  const folder = seriesFolderOf(path)
  const isOwn = folder === seriesFolderOf(from)
  const meeting = isOwn ? day : `${nameInLinks(folder, repository.dayOf(from) ?? day, repository)} ${day}`
  return escaped(heading?.title ? `${meeting}: ${heading.title}` : meeting)
}

function folderName(path: string, repository: Repository): string {
  const last = repository.series(path)?.meetings.at(-1)?.day
  return last ? nameInLinks(path, last, repository) : nameOf(path)
}

/** The URL as it is pasted, or the path where files are linked by paths. */
function destinationOf(url: string, { path, ref }: Lead, from: string, repository: Repository): string {
  if (ref !== undefined || linkWay(from, repository) === 'url') return url
  const fragment = url.includes('#') ? url.slice(url.indexOf('#')) : ''
  return withoutBrackets(relativeUrl(folderOf(from), path)) + fragment
}

function isUrl(text: string): boolean {
  return /^\s*<?https?:\/\/\S+>?\s*$/i.test(text)
}

/** A link has no other link in its text, and does not go on in another paragraph. */
function canBeShown(text: string): boolean {
  return !/\]\(|\]\[|:\/\/|\n[ \t]*\r?\n/.test(text) && /\S/.test(text) && isBalanced(text)
}

function isBalanced(text: string): boolean {
  let open = 0
  for (const { 0: bracket } of text.replace(/\\[\s\S]/g, '').matchAll(/[[\]]/g)) {
    open += bracket === '[' ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}

function escaped(text: string): string {
  return text.replace(/[\\[\]*`<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}
