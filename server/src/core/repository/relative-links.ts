import { liesFarAhead, meetingDateOf } from '../minutes/meeting-date.ts'
import { folderOf, isHidden, nameOf } from '../text/path.ts'
import { nearestFiles, slipsInName } from './nearest.ts'
import type { Repository } from './repository.ts'
import { isOfSite } from './site.ts'
import type { Summary } from './summary.ts'

/** Where a relative link should lead, as far as a file is meant. */
export interface RelativeTarget {
  readonly path: string
  readonly fragment: string
}

const documents = /\.(?:md|markdown|txt|pdf|csv|ya?ml|json|toml|docx?|odt|odp|pptx?|xlsx?|ods|adoc|rst)$/i
/** What a site generator or a person is yet to fill in, and hosts without their scheme. */
const unfinished =
  /[{}<>$*|\\@~]|^(?:\/|[a-z][a-z0-9+.-]*:|www\.)|^(?!\.\.?\/)[^/]*\.(?:com|org|net|io|dev|de|eu|edu|gov)(?:\/|$)|(?:^|[/_-])(?:path|to|url|link|example|foo|bar|baz|placeholder|name|todo|tbd|your|my|x{2,}|n{2,}|y{2,}|0{4,})(?:$|[/_.-])|\/(?:blob|tree|raw|issues|pull|wiki|discussions|releases)\//i

/** The file that a relative URL names; `undefined` when nothing can be said of it: what it names may be made by others, or is no file. */
export function relativeTarget(url: string, from: string, repository: Repository): RelativeTarget | undefined {
  if (!url || isUnfinished(url)) return undefined
  const target = repository.targetOf(url, from)
  if (target.kind !== 'relative' || isHidden(target.path) || isHidden(from) || isOfSite(from, repository.files))
    return undefined
  return target
}

/** Whether a relative URL that leads nowhere was never meant to: others are to fill it in, or its scheme was forgotten. */
export function isUnfinished(url: string): boolean {
  return unfinished.test(url)
}

/** Whether a link names a file that people write, by its ending. */
export function isOfDocument({ path }: RelativeTarget): boolean {
  return documents.test(path)
}

/** Whether a file is not there that a link surely names. */
export function isMissing({ path }: RelativeTarget, repository: Repository): boolean {
  if (repository.has(path)) return false
  return documents.test(path) || (meetingDateOf(path) !== undefined && repository.files.has(`${path}.md`))
}

/** The files that a path which leads nowhere surely means: with its ending, in another folder, or with another spelling. */
export function sameFiles(path: string, { files }: Repository): string[] {
  if (files.has(`${path}.md`)) return [`${path}.md`]
  const name = nameOf(path).toLowerCase()
  const moved = isCommon(name) || meetingDateOf(path) ? [] : files.named(nameOf(path))
  if (moved.length) return moved.length > mostMoved ? [] : [...moved]
  if (name.length < shortestName) return []
  const isSpelling = (file: string) => slipsInName(name, nameOf(file).toLowerCase()) !== undefined
  return [...files].filter((file) => folderOf(file) === folderOf(path) && isSpelling(file))
}

const mostMoved = 3
/** Of shorter names with their ending, many are alike. */
const shortestName = 8

/** Every folder may have a file with such a name. */
function isCommon(name: string): boolean {
  return /^(?:readme|index|_index|template|license|contributing|changelog|overview|agenda|notes|minutes|faq|summary)\b/.test(
    name,
  )
}

/** The files that a path which leads nowhere may mean, the likeliest first. */
export function likelyFiles(path: string, repository: Repository): string[] {
  return [...new Set([...sameFiles(path, repository), ...nearestFiles(path, repository)])]
}

/** The next meeting of the same team: its file is linked before anybody can write it. */
export function isYetToCome(path: string, from: Pick<Summary, 'path' | 'date'>, repository: Repository): boolean {
  return isOfLaterMeeting(path, from) && isOfLastMeeting(from, repository)
}

/** Whether a path is that of a later meeting of the team of a file, though not of one that is far ahead. */
export function isOfLaterMeeting(path: string, from: Pick<Summary, 'path' | 'date'>): boolean {
  if (!from.date || folderOf(path) !== folderOf(from.path)) return false
  const day = meetingDateOf(path)?.iso
  return day !== undefined && day > from.date && !liesFarAhead(day, from.date)
}

/** Whether the file is that of the last meeting that its team has had. */
export function isOfLastMeeting({ path, date }: Pick<Summary, 'path' | 'date'>, repository: Repository): boolean {
  const last = repository.seriesOf(path).meetings.at(-1)
  return !last || (date !== undefined && last.day <= date)
}
