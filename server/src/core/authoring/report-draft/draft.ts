import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { applyEdits, replace } from '../../text/edit.ts'
import { lineEndOf } from '../../text/lines.ts'
import { type Asked, type NewFile, newMinutes } from '../new-minutes/new-minutes.ts'
import type { Refusal } from '../refusal.ts'
import { bulletOf } from './bullet.ts'
import { meetingsSince, reportedMeeting } from './reported-meetings.ts'
import { type TopicItem, topicItems } from './topic-item.ts'
import { lastReports, type TeamSection, usualSections } from './usual-sections.ts'
import { linkedLine, waitingLine } from './written-minutes-line.ts'

/** Gives a file as it is now. */
export type Read = (path: string) => Minutes | undefined

/**
 * The report of a series on a day: new minutes of the series, with a section on each team, its minutes line, and the topics of its meetings
 * since the last report.
 */
export function draftReport({ folder, day, today }: Asked, repository: Repository, read: Read): NewFile | Refusal {
  if (repository.series(folder) && !repository.isReportSeries(folder)) return { refused: noReports(folder) }
  const blank = newMinutes({ folder, day, today }, repository, read)
  if ('refused' in blank) return blank
  const report = readMinutes(blank.path, blank.text)
  const before = lastReports(report.path, repository).flatMap(({ path }) => read(path) ?? [])
  const own = report.sections.filter(({ heading: { title } }) => isTeam(title, report.path, repository))
  const at = own[0]?.heading.span.start ?? placeIn(report, before[0], repository)
  const writer = new Writer(report, before, repository, read)
  const sections = usualSections(report.path, repository).map((section) => writer.write(section))
  const slides = report.deck ? sections.flatMap((section) => [section, '---']) : sections
  const others = own.map(({ heading, ownEnd }) => replace({ start: heading.span.start - at, end: ownEnd - at }, ''))
  return withSections(blank, at, slides, applyEdits(blank.text.slice(at), others))
}

/** New minutes with sections between what stands before an offset and `behind`. Typing starts at an open role before them, or else in the first. */
function withSections(blank: NewFile, at: number, sections: readonly string[], behind: string): NewFile {
  const gap = lineEndOf(blank.text).repeat(2)
  const before = blank.text.slice(0, at).replace(/[\r\n]+$/, '')
  const parts = [before, ...sections, behind.replace(/^[\r\n]+/, '')].filter(Boolean)
  const text = parts.join(gap)
  const isBefore = blank.cursor <= before.length || !sections.length
  const cursor = isBefore ? Math.min(blank.cursor, text.length) : parts.slice(0, before ? 2 : 1).join(gap).length
  return { path: blank.path, text: /[\r\n]$/.test(text) ? text : text + lineEndOf(blank.text), cursor }
}

function noReports(folder: string): string {
  return `The minutes in ${folder || 'this folder'} do not report on others. Name the folder of those that do, in "reports" of .minutes.json.`
}

function isTeam(title: string, report: string, repository: Repository): boolean {
  return repository.teams.knows(title) && repository.teamFolders([title], report).length > 0
}

/** Where the first team's section belongs: below the heading of all of them, before what the last report has behind them, or at the end. */
function placeIn({ sections, text, path }: Minutes, last: Minutes | undefined, repository: Repository): number {
  const all = last?.sections ?? []
  const first = all.findIndex(({ heading: { title } }) => isTeam(title, path, repository))
  const titles = new Set(all.slice(first + 1).map(({ heading }) => heading.title))
  const above = all[first]?.parent?.heading.title
  const parent = sections.slice(1).find(({ heading }) => heading.title === above)
  return (
    parent?.ownEnd ??
    sections.slice(1).find(({ heading }) => titles.has(heading.title))?.heading.span.start ??
    text.length
  )
}

/** So many reports tell whether there are minutes lines. */
const telling = 8

/** Writes the sections on teams as the last reports have theirs. */
class Writer {
  readonly #report: Minutes
  readonly #before: readonly Minutes[]
  readonly #repository: Repository
  readonly #read: Read
  readonly #bullet: string

  constructor(report: Minutes, before: readonly Minutes[], repository: Repository, read: Read) {
    this.#report = report
    this.#before = before
    this.#repository = repository
    this.#read = read
    const [last] = before
    this.#bullet = last ? bulletOf(last, last.facts.items.at(-1)) : '- '
  }

  /** A section, without a line end behind it. A minutes line that is an item of a list begins that of the topics. */
  write({ title, depth, folders }: TeamSection): string {
    const { path, text } = this.#report
    const lineEnd = lineEndOf(text)
    const heading = `${'#'.repeat(depth)} ${title}`
    const line = this.#minutesLine(folders)
    const topics = meetingsSince(folders, path, this.#repository).flatMap((meeting) => this.#topics(meeting.path))
    const list = topics.map(({ source }) => this.#bullet + source)
    const body = line && /^[ \t]*[-*+][ \t]/.test(line) ? [[line, ...list]] : [line ? [line] : [], list]
    return [[heading], ...body]
      .filter((lines) => lines.length)
      .map((lines) => lines.join(lineEnd))
      .join(lineEnd + lineEnd)
  }

  #topics(path: string): TopicItem[] {
    const minutes = this.#read(path)
    return minutes ? topicItems(minutes, this.#repository, reportUrls(this.#report, this.#repository)) : []
  }

  /** None where the last reports have none. */
  #minutesLine(folders: readonly string[]): string | undefined {
    if (!this.#before.slice(0, telling).some(({ minutesLines }) => minutesLines.length)) return undefined
    const meeting = reportedMeeting(folders, this.#report.path, this.#repository)
    if (!meeting) return waitingLine(this.#before)
    const urlOf = reportUrls(this.#report, this.#repository)
    return linkedLine(this.#before, urlOf(meeting.path))
  }
}
