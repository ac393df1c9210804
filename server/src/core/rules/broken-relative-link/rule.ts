import { relativeUrl } from '../../minutes/forge-url.ts'
import { meetingDateOf } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { leadElsewhere } from '../../repository/absences.ts'
import { headingNames, lacksHeading } from '../../repository/anchor.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { nearestAnchors } from '../../repository/nearest.ts'
import {
  isMissing,
  isYetToCome,
  likelyFiles,
  type RelativeTarget,
  relativeTarget,
  sameFiles,
} from '../../repository/relative-links.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { titlesAround } from '../../repository/summary.ts'
import { folderOf, nameOf } from '../../text/path.ts'
import { type Span, slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule, type Report, type Subject } from '../rule.ts'

type Message = 'path' | 'anchor'

interface BrokenLink extends RelativeTarget {
  /** As it is written. */
  readonly url: string
  readonly span: Span
}

export default defineRule({
  id: 'broken-relative-link',
  title: 'Relative link that leads nowhere',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    path: 'This leads nowhere: the repository has no {path}. Link a file that is there, or bring the file.',
    anchor: '{file} has no heading "#{anchor}", so readers land at its top. Link one of its headings.',
  },
  *check(subject): Iterable<Report<Message>> {
    const { repository } = subject
    const files: BrokenLink[] = []
    const anchors: BrokenLink[] = []
    const isMisnamed = headingCheck(subject)
    for (const link of relativeLinks(subject)) {
      if (isMissing(link, repository)) files.push(link)
      else if (anchors.length <= mostBroken && isMisnamed(link)) anchors.push(link)
    }
    if (files.length > 0 && files.length <= mostBroken && !leadElsewhere(repository.absences.relativeLinks)) {
      for (const link of files) if (isSurelyMissing(link, subject)) yield missingFile(link, subject)
    }
    // A whole table of contents that fails was made for anchors of another kind.
    if (anchors.length <= mostBroken) for (const link of anchors) yield missingHeading(link, subject)
  },
})

const mostBroken = 3

/** The links of a file to others and to itself, pictures left out. */
function* relativeLinks({ minutes: { text, path, facts }, repository }: Subject): Iterable<BrokenLink> {
  for (const { kind, text: shown, destination } of facts.links) {
    if (kind !== 'inline' && kind !== 'definition') continue
    const url = slice(text, destination)
    // `[#boats](#boats)` is how some programs write a tag, and `[](#boats)` an anchor.
    if (url.startsWith('#') && ['', url].includes(slice(text, shown))) continue
    const target = url.startsWith('http') ? undefined : relativeTarget(url, path, repository)
    if (target) yield { url, span: destination, path: target.path, fragment: target.fragment }
  }
}

/** A file that is not there may stand elsewhere, or be made by others: only beside files of its kind it is surely missed. */
function isSurelyMissing(link: BrokenLink, { minutes, repository, today }: Subject): boolean {
  const { path } = link
  if (sameFiles(path, repository).length > 0 || fileOfTeam(link, minutes, repository) !== undefined) return true
  if (!/\.(?:md|markdown)$/i.test(path) || (meetingDateOf(path)?.iso ?? '') > today) return false
  const own = { path: minutes.path, date: minutes.date?.iso }
  if (isYetToCome(path, own, repository)) return false
  const { present, missing } = repository.absences.relativeLinks
  return present > missing && hasNeighbours(path, minutes.path, repository)
}

/** The one file that has the name of a missing one and stands among the minutes of the team on which a minutes line reports. */
function fileOfTeam({ path, span }: BrokenLink, minutes: Minutes, repository: Repository): string | undefined {
  const line = minutes.minutesLines.find(({ link }) => link?.destination === span)
  const named = line ? repository.files.named(nameOf(path)) : []
  if (!line || !named.length) return undefined
  const folders = repository.teamFolders(titlesAround(line.section), minutes.path)
  const [file, ...others] = named.filter((one) => folders.includes(seriesFolderOf(one)))
  return others.length ? undefined : file
}

function hasNeighbours(path: string, from: string, { files }: Repository): boolean {
  const folder = folderOf(path)
  for (const file of files) if (file !== from && folderOf(file) === folder && file.endsWith('.md')) return true
  return false
}

/** Whether a link's heading is missing. What is to be known of a file for this is looked up once. */
function headingCheck({ minutes, repository }: Subject): (link: BrokenLink) => boolean {
  const namesOf = new Map<string, ReadonlySet<string> | undefined>()
  return ({ path, fragment }) => {
    const summary = fragment ? repository.summary(path) : undefined
    if (!summary) return false
    const isOwn = path === minutes.path
    if (!namesOf.has(path)) namesOf.set(path, isOwn && namesAnchors(minutes) ? undefined : headingNames(summary))
    const names = namesOf.get(path)
    // What other files name by hand is not known here, so only a slip in a heading's anchor is surely one.
    return !!names && lacksHeading(fragment, names) && (isOwn || nearestAnchors(fragment, summary).length > 0)
  }
}

/** Attribute lists (`{#lights}`, `{: #lights}`) and labels (`(lights)=`) of other dialects give names that are not read. */
function namesAnchors({ text }: Minutes): boolean {
  return /\{ ?[:#]|^\([^\s()]{1,100}\)=/m.test(text)
}

function missingFile(link: BrokenLink, { minutes, repository }: Subject): Report<Message> {
  const fixes = () => {
    const files = [fileOfTeam(link, minutes, repository) ?? [], ...likelyFiles(link.path, repository)].flat()
    return [...new Set(files)].slice(0, mostFixes).map((file) => linkFile(file, link, minutes, repository))
  }
  return { span: link.span, message: 'path', data: { path: link.path }, fixes }
}

const mostFixes = 3

/** An anchor that the other file does not have goes. */
function linkFile(file: string, { url, span, fragment }: BrokenLink, { path }: Minutes, repository: Repository): Fix {
  const summary = repository.summary(file)
  const names = summary && headingNames(summary)
  const anchor = fragment && names && !lacksHeading(fragment, names) ? `#${fragment}` : ''
  const to = relativeUrl(folderOf(path), file)
  const start = url.startsWith('./') && !to.startsWith('./') ? './' : ''
  return suggestion(`Link ${file}`, path, span, start + to + anchor)
}

function missingHeading(link: BrokenLink, { minutes, repository }: Subject): Report<Message> {
  const isOwn = link.path === minutes.path
  const data = { file: isOwn ? 'This file' : link.path, anchor: link.fragment }
  return { span: link.span, message: 'anchor', data, fixes: () => headingFixes(link, minutes, repository) }
}

function headingFixes({ url, span, path, fragment }: BrokenLink, minutes: Minutes, repository: Repository): Fix[] {
  const [page = ''] = url.split('#')
  const fix = (title: string, newUrl: string) => suggestion(title, minutes.path, span, newUrl)
  const anchors = nearestAnchors(fragment, repository.summary(path)!)
  const near = anchors.map((anchor) => fix(`Link #${anchor}`, `${page}#${anchor}`))
  return page ? [...near, fix('Link the whole file', page)] : near
}
