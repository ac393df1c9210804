import { countsOf } from '../../collections.ts'
import type { IsoDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { newMinutesLine, waitingNote } from '../../minutes/minutes-line-edit.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { lineAround, lineEndOf } from '../../text/lines.ts'
import type { Completion, Place } from './completion.ts'
import { describe } from './meetings.ts'

/** Reports that lie further apart than this say nothing of which teams there are now. */
const recentDays = 90
const usualDepth = 3
/** How many reports tell how they are written. */
const telling = 5

/** After `#`s at the start of a line of a report: the team sections, those that are still missing first. `undefined` elsewhere. */
export function completeTeamSection({ minutes, repository, offset, today }: Place): Completion[] | undefined {
  const line = lineAround(minutes.text, offset)
  if (minutes.deck || !repository.isReport(minutes.path)) return undefined
  if (!/^#{1,6}(?:[ \t]|$)/.test(minutes.text.slice(line.start, line.end)) || offset === line.start) return undefined
  if (isLiteral(minutes.facts, line.start)) return undefined
  const day = repository.dayOf(minutes.path) ?? today
  const sections = teamSections(minutes, repository, day, line.start)
  // Whoever has all of them is about to write some other heading.
  if (sections.every(({ present }) => present)) return undefined
  const lineEnd = lineEndOf(minutes.text)
  const urlOf = reportUrls(minutes, repository)
  return sections.map((section): Completion => {
    const heading = `${'#'.repeat(section.depth)} ${section.title}`
    const body = [heading, '', minutesLine(minutes, section, urlOf), '', '- '].join(lineEnd)
    return {
      kind: 'section',
      label: heading,
      description: section.present ? 'already there' : (section.meeting?.day ?? 'none yet'),
      detail: section.meeting
        ? describe(section.meeting, repository).detail
        : `No minutes of ${section.title} to report on yet`,
      span: line,
      newText: body,
      caret: body.length,
      ...(section.meeting && { path: section.meeting.path }),
      filterText: `${'#'.repeat(6)} ${section.title}`,
    }
  })
}

interface TeamSection {
  readonly title: string
  readonly depth: number
  readonly folder: string
  readonly meeting: Meeting | undefined
  readonly present: boolean
}

function teamSections(minutes: Minutes, repository: Repository, day: IsoDate, here: number): TeamSection[] {
  const recent = recentReports(minutes, repository, day)
  const order = recent[0]?.summary.headings ?? []
  const sections = repository.teams.activeFolders(day, recentDays).map((folder): TeamSection & { rank: number } => {
    const title = repository.teams.titleOf(folder, day) ?? repository.teams.nameOf(folder, day)
    const rank = order.findIndex((heading) => heading.title === title)
    return {
      title,
      folder,
      depth: depthOf(title, recent),
      meeting: repository.reportedMeeting([folder], minutes.path),
      present: isPresent(folder, minutes, repository, here),
      rank: rank < 0 ? order.length : rank,
    }
  })
  // A link whose folder is mistyped names a folder that is not there beside the team's own.
  const titles = new Set(sections.filter(({ folder }) => repository.series(folder)).map(({ title }) => title))
  const real = sections.filter(({ folder, title }) => repository.series(folder) || !titles.has(title))
  return real.sort((a, b) => Number(a.present) - Number(b.present) || a.rank - b.rank || (a.title < b.title ? -1 : 1))
}

/** The last reports before a day that are no decks, the latest first. */
function recentReports({ path }: Minutes, repository: Repository, day: IsoDate): readonly Meeting[] {
  const before = repository.seriesOf(path).meetings.filter((meeting) => meeting.day < day && !meeting.summary.deck)
  return before.slice(-telling).reverse()
}

/** How deep most of the recent reports have a heading. */
function depthOf(title: string, recent: readonly Meeting[]): number {
  const headings = recent.flatMap(({ summary }) => summary.headings.filter((heading) => heading.title === title))
  const counts = [...countsOf(headings.map(({ depth }) => depth))]
  return counts.sort(([, a], [, b]) => b - a)[0]?.[0] ?? usualDepth
}

/** Whether a section other than the one that is being typed is about the folder's team. */
function isPresent(folder: string, { sections, path }: Minutes, repository: Repository, here: number): boolean {
  return sections.some(
    ({ heading, meta }) =>
      !meta && heading.span.start !== here && repository.teamFolders([heading.title], path)[0] === folder,
  )
}

function minutesLine(minutes: Minutes, { meeting }: TeamSection, urlOf: (path: string) => string): string {
  return meeting ? newMinutesLine(minutes, urlOf(meeting.path)) : waitingNote
}
