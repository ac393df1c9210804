import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/section.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { below } from '../../text/below.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineEndOf } from '../../text/lines.ts'
import { trimEnd } from '../../text/trim.ts'
import type { Read } from './draft.ts'
import type { ReportedTeam } from './refresh.ts'
import { meetingsSince, reportedMeeting } from './reported-meetings.ts'
import { SectionWriter } from './section-writer.ts'
import { lastReports, usualSections } from './usual-sections.ts'

/**
 * Sections on teams whose minutes have arrived and of which the report speaks nowhere, each behind that of the team before it. `teams` are those
 * that it has. Slides are left as they are.
 */
export function arrivedSections(
  report: Minutes,
  teams: readonly ReportedTeam[],
  repository: Repository,
  read: Read,
): TextEdit[] {
  if (report.deck) return []
  const present = new Map(teams.map(({ folder, section }) => [folder, section]))
  const told = new Set(
    teams.flatMap(({ folders }) => meetingsSince(folders, report.path, repository).map(({ path }) => path)),
  )
  const usual = usualSections(report.path, repository)
  const missing = usual.filter(({ folder }) => !present.has(folder))
  const urls = missing.map(({ folders }) => urlOfMeeting(folders, told, report, repository))
  if (urls.every((url) => url === undefined)) return []
  const before = lastReports(report.path, repository).flatMap(({ path }) => read(path) ?? [])
  const writer = new SectionWriter(report, before, repository, read)
  return missing.flatMap((section, at) => {
    const above = usual.slice(0, usual.indexOf(section)).findLast(({ folder }) => present.has(folder))
    const neighbour = above && present.get(above.folder)
    const url = urls[at]
    if (!neighbour || url === undefined) return []
    const written = writer.write({ ...section, depth: neighbour.heading.depth })
    // What does not link the minutes would not be known again.
    return written.includes(url) ? [behind(neighbour, written, report)] : []
  })
}

/** How the report would link the meeting of a team; `undefined` where there is none, or the report tells of it already. */
function urlOfMeeting(
  folders: readonly string[],
  told: ReadonlySet<string>,
  report: Minutes,
  repository: Repository,
): string | undefined {
  const meeting = reportedMeeting(folders, report.path, repository)
  if (!meeting || told.has(meeting.path)) return undefined
  const url = reportUrls(report, repository)(meeting.path)
  return report.text.includes(url) ? undefined : url
}

function behind({ span }: Section, section: string, { text }: Minutes): TextEdit {
  return below(text, trimEnd(text, span).end, lineEndOf(text).repeat(2) + section)
}
