import type { IsoDate } from '../../minutes/calendar.ts'
import { type Forge, fileUrl, folderUrl } from '../../minutes/forge-url.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { linkSource } from '../../minutes/minutes-line-edit.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import { lineAround, lineEndOf } from '../../text/lines.ts'
import type { Completion, Place } from './completion.ts'
import { describe } from './meetings.ts'

/** Reports that lie further apart than this say nothing of which teams there are now. */
const recentDays = 90
const usualDepth = 3

/** After `#`s at the start of a line of a report: the team sections, those that are still missing first. `undefined` elsewhere. */
export function completeTeamSection({ minutes, repository, offset, today }: Place): Completion[] | undefined {
  const { forge } = repository
  const line = lineAround(minutes.text, offset)
  if (!forge || minutes.deck || !repository.isReport(minutes.path)) return undefined
  if (!/^#{1,6}(?:[ \t]|$)/.test(minutes.text.slice(line.start, line.end)) || offset === line.start) return undefined
  if (isLiteral(minutes, line.start)) return undefined
  const day = repository.dayOf(minutes.path) ?? today
  const sections = teamSections(minutes, repository, day, line.start)
  const lineEnd = lineEndOf(minutes.text)
  return sections.map((section): Completion => {
    const heading = `${'#'.repeat(section.depth)} ${section.title}`
    const body = [heading, '', minutesLine(minutes, section, forge), '', '- '].join(lineEnd)
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
  const before = previousReport(minutes, repository, day)
  const order = before?.summary.headings ?? []
  const sections = repository.teams.activeFolders(day, recentDays).map((folder): TeamSection & { rank: number } => {
    const title = repository.teams.titleOf(folder, day) ?? repository.teams.nameOf(folder, day)
    const rank = order.findIndex((heading) => heading.title === title)
    return {
      title,
      folder,
      depth: order[rank]?.depth ?? usualDepth,
      meeting: repository.reportedMeeting([folder], minutes.path),
      present: isPresent(folder, minutes, repository, here),
      rank: rank < 0 ? order.length : rank,
    }
  })
  return sections.sort(
    (a, b) => Number(a.present) - Number(b.present) || a.rank - b.rank || (a.title < b.title ? -1 : 1),
  )
}

function previousReport({ path }: Minutes, repository: Repository, day: IsoDate): Meeting | undefined {
  return repository.seriesOf(path).meetings.findLast((meeting) => meeting.day < day && !meeting.summary.deck)
}

/** Whether a section other than the one that is being typed is about the folder's team. */
function isPresent(folder: string, { sections, path }: Minutes, repository: Repository, here: number): boolean {
  return sections.some(
    ({ heading, meta }) =>
      !meta && heading.span.start !== here && repository.teamFolders([heading.title], path)[0] === folder,
  )
}

function minutesLine(minutes: Minutes, { meeting, folder }: TeamSection, forge: Forge): string {
  if (meeting) return `Minutes: ${linkSource(minutes, fileUrl(forge, meeting.path))}`
  return `Minutes (none yet): ${linkSource(minutes, folderUrl(forge, folder))}`
}

/** Whether a place is in front matter, code or HTML, where nothing is a heading. */
function isLiteral({ facts: { frontMatter, code, html } }: Minutes, offset: number): boolean {
  const literal = [...(frontMatter ? [frontMatter.span] : []), ...code, ...html]
  return literal.some(({ start, end }) => start <= offset && offset < end)
}
