import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { applyEdits, replace } from '../../text/edit.ts'
import { lineEndOf } from '../../text/lines.ts'
import { type Asked, type NewFile, newMinutes } from '../new-minutes/new-minutes.ts'
import type { Refusal } from '../refusal.ts'
import { SectionWriter } from './section-writer.ts'
import { lastReports, usualSections } from './usual-sections.ts'

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
  const writer = new SectionWriter(report, before, repository, read)
  const sections = usualSections(report.path, repository).map((section) => writer.write(section))
  const slides = report.deck ? sections.flatMap((section) => [section, '---']) : sections
  const others = own.map(({ heading, ownEnd }) => replace({ start: heading.span.start - at, end: ownEnd - at }, ''))
  return withSections(blank, at, slides, applyEdits(blank.text.slice(at), others))
}

/** New minutes with sections between what stands before an offset and `behind`. Typing starts at an open role before them, or else in the first. */
function withSections(blank: NewFile, at: number, sections: readonly string[], behind: string): NewFile {
  const gap = lineEndOf(blank.text).repeat(2)
  const before = blank.text.slice(0, at).replace(/(?<![\r\n])[\r\n]+$/, '')
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
