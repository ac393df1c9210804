import { parseIssueUrl } from '../../minutes/issue-url.ts'
import { profiledAccount } from '../../minutes/profile.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Summary } from '../../repository/summary.ts'
import { slice } from '../../text/span.ts'
import { labelledLink } from '../issues/labelled-link.ts'
import { isOnLineOf, type PastePlace, takesHandle, takesLink } from './pasting.ts'

/** What may be written in place of a URL that is pasted. */
export interface PastedLink {
  readonly title: string
  readonly newText: string
  /** Whether the writer most likely wants it; otherwise the URL itself is, and this is offered beside it. */
  readonly isLikely: boolean
}

/**
 * The labelled link that is made of a pasted URL of an issue, or of a file of the repository: most likely over a selected text, at an action,
 * and of an issue where others are labelled. On a minutes line the URL is what the line is there for. The URL of somebody's profile becomes
 * their handle, if the minutes know them. Where the editor itself makes a link of the selected text, as VS Code does, the same link is left out.
 */
export function pastedLink(pasted: string, place: PastePlace, hostReadsMarkdown: boolean): PastedLink | undefined {
  const url = pasted.trim()
  if (!isUrl.test(url)) return undefined
  return linkOf(url, place, hostReadsMarkdown) ?? handleOf(url, place)
}

const isUrl = /^https?:\/\/\S{1,2000}$/i

function linkOf(url: string, place: PastePlace, hostReadsMarkdown: boolean): PastedLink | undefined {
  const { minutes, repository, span } = place
  const selected = slice(minutes.text, span)
  const newText = labelledLink(url, selected, minutes, repository)
  if (newText === undefined || !takesLink(place, newText.trim())) return undefined
  const shown = selected.trim()
  const isLabel = shown !== '' && newText.trim().startsWith(`[${shown}](`)
  const isHosts = newText.trim() === `[${shown}](${url})` && !shown.includes('\n')
  if (hostReadsMarkdown && isHosts) return undefined
  if (!shown && minutes.minutesLines.some((line) => isOnLineOf(line.span, place))) return undefined
  const isAtAction = minutes.actions.some((action) => isOnLineOf(action.span, place))
  const isUsual = parseIssueUrl(url) !== undefined && labelsIssues(minutes.path, repository)
  const isLikely = isLabel || isAtAction || (isUsual && !shown)
  return { title: 'Insert Labelled Link', newText, isLikely }
}

function handleOf(url: string, place: PastePlace): PastedLink | undefined {
  const { minutes, repository, span } = place
  const account = profiledAccount(url)
  const person = account === undefined ? undefined : repository.people.of(account)
  // An alias would be a handle that leads to another account.
  if (!person || person.handle.toLowerCase() !== account!.toLowerCase()) return undefined
  const link = `[@${person.handle}](${url})`
  if (/\S/.test(slice(minutes.text, span)) || !takesLink(place, link)) return undefined
  const isLinked = linksHandles(minutes.path, repository)
  if (!isLinked && !takesHandle(place, person.handle)) return undefined
  return { title: 'Insert Handle', newText: isLinked ? link : `@${person.handle}`, isLikely: true }
}

/** Whether so many issues are labelled, in the file itself and in the last minutes of its series that link any, that another one will be. */
function labelsIssues(path: string, repository: Repository): boolean {
  const issues = ownAndLast(path, repository, ({ issues }) => issues.length > 0).flatMap(({ issues }) => issues)
  const labelled = issues.filter(({ label }) => label)
  return labelled.length >= fewestLabels && labelled.length >= issues.length * mostLabels
}

/** On real minutes nine of ten URLs are labelled where so many of those before are. */
const fewestLabels = 3
const mostLabels = 0.75

/** Whether most handles are links to their profiles, in the file itself or in the last minutes of its series that have any. */
function linksHandles(path: string, repository: Repository): boolean {
  return ownAndLast(path, repository, ({ handles }) => handles.length > 0).some(({ handles }) => {
    return handles.filter(({ profiles }) => profiles > 0).length * 2 > handles.length
  })
}

/** A file as others know it, and of the other minutes of its series the last that tell something. */
function ownAndLast(path: string, repository: Repository, tells: (summary: Summary) => boolean): Summary[] {
  const others = repository.seriesOf(path).meetings.filter((meeting) => meeting.path !== path)
  const last = others.findLast(({ summary }) => tells(summary))?.summary
  return [repository.summary(path), last].filter((summary) => summary !== undefined)
}
