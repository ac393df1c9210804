import type { IsoDate } from '../../minutes/calendar.ts'
import type { Backlink } from '../../repository/backlinks.ts'
import type { Repository } from '../../repository/repository.ts'
import { type Meeting, seriesFolderOf } from '../../repository/series.ts'
import { type PlacedHeading, placedHeadings } from '../../repository/summary.ts'
import { teamName } from '../../repository/team-name.ts'
import { compareTexts } from '../../text/order.ts'
import { type Span, spanOf } from '../../text/span.ts'
import { reportedFolders } from '../completion/reported-team.ts'
import type { Place } from '../navigation/place.ts'

/**
 * Where one goes from the minutes that one reads: to the file of a meeting, and there to a place where only a part is about it, or, where there is
 * none, a sentence that says so.
 */
export type Way = { readonly path: string; readonly span?: Span } | { readonly none: string }

type From = Pick<Place, 'minutes' | 'repository' | 'offset'>

/** The team's meeting before this one. */
export function previousMeeting(from: From): Way {
  return neighbour(from, -1, 'first')
}

/** The team's meeting behind this one. */
export function nextMeeting(from: From): Way {
  return neighbour(from, 1, 'latest')
}

/** The section on this meeting in the minutes that report on it: the first that link it, else the first that could. */
export function reportOfMeeting({ minutes: { path }, repository }: From): Way {
  const day = repository.dayOf(path)
  if (!day) return noMeeting
  const linking = repository.backlinks(path).filter(({ from }) => from !== path && repository.isReport(from))
  const first = byDay(repository)
  const [link] = linking.sort((a, b) => first(a.from, b.from) || a.start - b.start)
  if (link) return { path: link.from, span: spanOf(headingAbove(link, repository) ?? link) }
  const report = coveringReport(path, day, repository)
  if (report === undefined) return { none: `No minutes report on this meeting of ${teamOf(path, day, repository)}.` }
  const section = sectionOn(seriesFolderOf(path), report, repository)
  return { path: report, ...(section && { span: section }) }
}

/** In a report: the meeting on which the section reports, else the latest one of its team before the report. */
export function meetingOfSection(from: From): Way {
  const { minutes, repository } = from
  const [folder, ...others] = reportedFolders(from)
  const day = repository.dayOf(minutes.path)
  if (folder === undefined || !day) return { none: 'This is no section of a report about a team. Go to one first.' }
  const meeting = repository.reportedMeeting([folder, ...others], minutes.path) ?? lastUpTo(folder, day, repository)
  return meeting
    ? { path: meeting.path }
    : { none: `There are no minutes of ${teamName(folder, day, repository)} yet.` }
}

/** The latest minutes of a folder, by default of the file's own. */
export function latestMeeting({ minutes: { path }, repository }: From, folder = seriesFolderOf(path)): Way {
  const latest = repository.series(folder)?.meetings.at(-1)
  return latest ? { path: latest.path } : { none: `There are no minutes in ${folder || 'this folder'}.` }
}

/** A team that has minutes, with its latest ones. */
export interface TeamEntry {
  readonly name: string
  readonly folder: string
  readonly day: IsoDate
}

/** The teams: that of the section first, then by the days of their latest meetings, the file's own team last: it is where one is. */
export function teamsFrom(from: From): TeamEntry[] {
  const { minutes, repository } = from
  const asked = reportedFolders(from)[0]
  const own = seriesFolderOf(minutes.path)
  const rank = (folder: string) => (folder === asked ? 0 : folder === own ? 2 : 1)
  return repository.seriesFolders
    .map((folder) => {
      const { day } = repository.series(folder)!.meetings.at(-1)!
      return { name: teamName(folder, day, repository), folder, day }
    })
    .sort(
      (a, b) =>
        rank(a.folder) - rank(b.folder) ||
        compareTexts(b.day, a.day) ||
        compareTexts(a.name + a.folder, b.name + b.folder),
    )
}

const noMeeting: Way = { none: 'This file is not of a meeting: its name holds no date.' }

function neighbour({ minutes: { path }, repository }: From, step: 1 | -1, end: 'first' | 'latest'): Way {
  const { meetings } = repository.seriesOf(path)
  const at = meetings.findIndex((meeting) => meeting.path === path)
  if (at < 0) return noMeeting
  const found = meetings[at + step]
  return found
    ? { path: found.path }
    : { none: `These are the ${end} minutes of ${teamOf(path, meetings[at]!.day, repository)}.` }
}

/** The first report, of any series of reports, on a day since that of a meeting whose window holds it. */
function coveringReport(path: string, day: IsoDate, repository: Repository): string | undefined {
  const folders = repository.seriesFolders.filter((folder) => folder !== seriesFolderOf(path))
  const reports = folders.flatMap((folder) =>
    repository.series(folder)!.meetings.filter((one) => repository.isReport(one.path)),
  )
  const covering = reports.filter((report) => {
    const window = report.day >= day ? repository.reportWindow(report.path) : undefined
    return window && window.after < day && day <= window.until
  })
  return covering.map((report) => report.path).sort(byDay(repository))[0]
}

function headingAbove({ from, start }: Backlink, repository: Repository): Span | undefined {
  return headingsOf(from, repository).findLast((heading) => heading.start <= start)
}

/** The heading of a report that names the team of a folder. */
function sectionOn(folder: string, report: string, repository: Repository): Span | undefined {
  const headings = headingsOf(report, repository)
  return headings.find(({ title }) => repository.teamFolders([title], report)[0] === folder)
}

function headingsOf(path: string, repository: Repository): PlacedHeading[] {
  const summary = repository.summary(path)
  return summary ? placedHeadings(summary) : []
}

function lastUpTo(folder: string, day: IsoDate, repository: Repository): Meeting | undefined {
  return repository.series(folder)?.meetings.findLast((meeting) => meeting.day <= day)
}

function byDay(repository: Repository): (a: string, b: string) => number {
  const dayOf = (path: string) => repository.dayOf(path) ?? ''
  return (a, b) => compareTexts(dayOf(a), dayOf(b)) || compareTexts(a, b)
}

function teamOf(path: string, day: IsoDate, repository: Repository): string {
  return teamName(seriesFolderOf(path), day, repository)
}
