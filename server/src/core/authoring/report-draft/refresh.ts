import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { withUrl } from '../../minutes/minutes-line-edit.ts'
import type { Section } from '../../minutes/section.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { foldersOf, linkTarget } from '../../repository/team-section.ts'
import { below } from '../../text/below.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { lineAround, lineEndOf } from '../../text/lines.ts'
import { contains } from '../../text/span.ts'
import { arrivedSections } from './arrived-sections.ts'
import { bulletOf } from './bullet.ts'
import type { Read } from './draft.ts'
import { newTopics } from './new-topics.ts'
import { folderNow, reportedMeeting } from './reported-meetings.ts'

/**
 * What has arrived since a report was drafted: the URLs of minutes lines that wait for one, the topics that the teams' lists do not have yet, and
 * sections on teams that have none. No line changes that a person wrote; refreshing twice is refreshing once.
 */
export function refreshReport(report: Minutes, repository: Repository, read: Read): TextEdit[] {
  if (!repository.isReport(report.path) || report.kind !== 'minutes') return []
  const urlOf = reportUrls(report, repository)
  const teams = teamSections(report, repository)
  const edits = [
    ...filledLines(report, repository, urlOf),
    ...teams.flatMap(({ folders, section }) => {
      const topics = newTopics(section, folders, report, repository, read, urlOf)
      return topics.length ? [appended(report, section, topics)] : []
    }),
  ]
  const sections = arrivedSections(report, teams, repository, read)
  return [...edits, ...sections.filter((section) => isRead(section, edits, report))]
}

/** Whether a new section is read as such where it comes to stand: behind code or a comment that does not end it is not. */
function isRead(section: TextEdit, edits: readonly TextEdit[], { path, text }: Minutes): boolean {
  const headingsWith = (all: readonly TextEdit[]) => readMinutes(path, applyEdits(text, all)).sections.length
  return headingsWith([...edits, section]) === headingsWith(edits) + 1
}

type UrlOf = (path: string, line?: MinutesLine) => string

function* filledLines(report: Minutes, repository: Repository, urlOf: UrlOf): Generator<TextEdit> {
  for (const line of report.minutesLines) {
    if (!isWaiting(line, report, repository)) continue
    const meeting = reportedMeeting(foldersOf(line, report, repository), report.path, repository)
    if (meeting) yield withUrl(report, line, urlOf(meeting.path, line))
  }
}

/** Whether a line is empty, or says that the minutes are not there yet and nothing else. */
function isWaiting(line: MinutesLine, report: Minutes, repository: Repository): boolean {
  if (line.state === 'empty') return true
  if (line.noteSaysMore) return false
  if (line.state === 'none-yet') return true
  const target = line.note && linkTarget(line, report, repository)
  return target !== undefined && 'path' in target && repository.files.hasFolder(target.path)
}

export interface ReportedTeam {
  /** Where the minutes of the team stand by now. */
  readonly folder: string
  readonly folders: readonly string[]
  readonly section: Section
}

/** The section of each team; of several that are about one team, as on slides, the one with the minutes line, or else the first. */
function teamSections(report: Minutes, repository: Repository): ReportedTeam[] {
  const found = new Map<string, ReportedTeam>()
  const lines = new Set(report.minutesLines.map(({ section }) => section))
  for (const section of report.sections) {
    const { title } = section.heading
    if (section.meta || !repository.teams.knows(title, report.path)) continue
    const folders = repository.teamFolders([title], report.path)
    const folder = folderNow(folders, report.path, repository)
    const known = folder === undefined ? undefined : found.get(folder)
    if (folder === undefined || (known && (lines.has(known.section) || !lines.has(section)))) continue
    found.set(folder, { folder, folders, section })
  }
  return [...found.values()]
}

/** Writes items behind the section's list, or else behind its minutes line, or behind its heading. */
function appended(report: Minutes, section: Section, topics: readonly string[]): TextEdit {
  const { text, facts, minutesLines } = report
  const own = { start: section.heading.span.end, end: section.ownEnd }
  const last = facts.items.findLast(({ marker, depth }) => depth === 0 && contains(own, marker))
  const indent = last ? text.slice(lineAround(text, last.marker.start).start, last.marker.start) : ''
  const bullet = (indent.trim() ? '' : indent) + bulletOf(report, last ?? facts.items[0])
  const list = topics.map((topic) => lineEndOf(text) + bullet + topic).join('')
  if (last) return below(text, last.end, list)
  const line = minutesLines.findLast((one) => one.section === section)
  return below(text, line ? Math.max(line.span.end, line.link?.span.end ?? 0) : own.start, lineEndOf(text) + list)
}
