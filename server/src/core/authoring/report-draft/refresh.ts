import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { withUrl } from '../../minutes/minutes-line-edit.ts'
import type { Section } from '../../minutes/section.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { foldersOf, linkTarget } from '../../repository/team-section.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
import { lineAround, lineEndOf, nextLine } from '../../text/lines.ts'
import { contains, slice } from '../../text/span.ts'
import { bulletOf } from './bullet.ts'
import type { Read } from './draft.ts'
import { newTopics } from './new-topics.ts'
import { folderNow, reportedMeeting } from './reported-meetings.ts'

/**
 * What has arrived since a report was drafted: the URLs of minutes lines that wait for one, and the topics that the teams' lists do not have
 * yet. No line changes that a person wrote; refreshing twice is refreshing once.
 */
export function refreshReport(report: Minutes, repository: Repository, read: Read): TextEdit[] {
  if (!repository.isReport(report.path) || report.kind !== 'minutes') return []
  const urlOf = reportUrls(report, repository)
  return [...filledLines(report, repository, urlOf), ...addedTopics(report, repository, read, urlOf)]
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

function* addedTopics(report: Minutes, repository: Repository, read: Read, urlOf: UrlOf): Generator<TextEdit> {
  for (const [folders, section] of teamSections(report, repository)) {
    const topics = newTopics(section, folders, report, repository, read, urlOf)
    if (topics.length) yield appended(report, section, topics)
  }
}

/** The section of each team; of several that are about one team, as on slides, the one with the minutes line, or else the first. */
function teamSections(report: Minutes, repository: Repository): Map<readonly string[], Section> {
  const found = new Map<string, { folders: readonly string[]; section: Section; hasLine: boolean }>()
  for (const section of report.sections) {
    const { title } = section.heading
    const folders =
      section.meta || !repository.teams.knows(title, report.path) ? [] : repository.teamFolders([title], report.path)
    const folder = folderNow(folders, report.path, repository)
    if (folder === undefined) continue
    const hasLine = report.minutesLines.some((line) => line.section === section)
    const known = found.get(folder)
    if (!known || (hasLine && !known.hasLine)) found.set(folder, { folders, section, hasLine })
  }
  return new Map([...found.values()].map(({ folders, section }) => [folders, section]))
}

/** Writes items behind the section's list, or else behind its minutes line, or behind its heading. */
function appended(report: Minutes, section: Section, topics: readonly string[]): TextEdit {
  const { text, facts, minutesLines } = report
  const own = { start: section.heading.span.end, end: section.ownEnd }
  const lineEnd = lineEndOf(text)
  const last = facts.items.findLast(({ marker, depth }) => depth === 0 && contains(own, marker))
  if (last) {
    const { end } = lineAround(text, last.end)
    const indent = text.slice(lineAround(text, last.marker.start).start, last.marker.start)
    const bullet = (indent.trim() ? '' : indent) + bulletOf(report, last)
    return replace({ start: end, end }, topics.map((topic) => `${lineEnd}${bullet}${topic}`).join(''))
  }
  const line = minutesLines.findLast((one) => one.section === section)
  const { end } = lineAround(text, line ? Math.max(line.span.end, line.link?.span.end ?? 0) : own.start)
  const next = lineAround(text, nextLine(text, end))
  // A paragraph right behind an item would be a part of it.
  const behind = next.start > end && slice(text, next).trim() ? lineEnd : ''
  const bullet = bulletOf(report, facts.items[0])
  return replace({ start: end, end }, lineEnd + topics.map((topic) => `${lineEnd}${bullet}${topic}`).join('') + behind)
}
