import { getOrInsert } from '../../collections.ts'
import type { IsoDate } from '../../minutes/calendar.ts'
import { fileUrl, relativeUrl } from '../../minutes/forge-url.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import type { LinkWay } from '../../repository/link-way.ts'
import type { Repository } from '../../repository/repository.ts'
import { type Meeting, seriesFolderOf } from '../../repository/series.ts'
import type { Summary } from '../../repository/summary.ts'
import { teamName } from '../../repository/team-name.ts'
import { withoutBrackets } from '../../text/brackets.ts'
import { folderOf, nameOf } from '../../text/path.ts'
import { slice } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'
import type { Completion, Place } from './completion.ts'
import { likelyMeetings, likelyPages } from './file-order.ts'
import { describe } from './meetings.ts'

/** A file that a link may lead to. */
export interface LinkFile {
  readonly kind: 'meeting' | 'page'
  readonly path: string
  readonly meeting?: Meeting
  /** What a link calls it: "2025-03-05" in minutes of its own team, "Team Crane 2025-03-05" elsewhere; a page by its title. */
  readonly name: string
  /** What a list calls it: the day comes first, for lists are narrow. */
  readonly label: string
  /** The words by which it is looked for. */
  readonly words: string
}

/** More are of no use in a list: whoever looks for something older types its date or its team. */
const longestList = 30
/** Where nothing has been typed, so many meetings leave room for a few pages. */
const mostMeetings = 25

/**
 * The first of the minutes and pages that a link may lead to, as far as `read` makes something of them and of what has been typed, the
 * likeliest first. `isCut` says that there are more.
 */
export function likelyFiles<Result>(
  place: Place,
  typed: string,
  read: (file: LinkFile) => Result | undefined,
): { readonly files: readonly Result[]; readonly isCut: boolean } {
  const meetings = likelyMeetings(place)
  const near = typed ? meetings : taken(meetings, mostMeetings)
  const files: Result[] = []
  for (const file of linkFiles(near, place)) {
    const result = read(file)
    if (result === undefined) continue
    if (files.length === longestList) return { files, isCut: true }
    files.push(result)
  }
  return { files, isCut: meetings.next().done !== true }
}

/** The first items, after which the others can still be asked for. */
function taken<Item>(items: Generator<Item, void>, most: number): Item[] {
  const first: Item[] = []
  for (let next = items.next(); !next.done; next = items.next()) {
    first.push(next.value)
    if (first.length === most) break
  }
  return first
}

function* linkFiles(meetings: Iterable<Meeting>, place: Place): Generator<LinkFile> {
  const { minutes, repository, today } = place
  const own = seriesFolderOf(minutes.path)
  const here = repository.dayOf(minutes.path) ?? today
  const teams = new Map<string, string>()
  for (const meeting of meetings) {
    const { path, day } = meeting
    const folder = seriesFolderOf(path)
    const team = getOrInsert(teams, folder, () => nameInLinks(folder, here, repository))
    const [name, label] = folder === own ? [day, day] : [`${team} ${day}`, `${day} ${team}`]
    yield { kind: 'meeting', path, meeting, name, label, words: `${day} ${team} ${path}` }
  }
  for (const page of likelyPages(place)) yield pageFile(page)
}

/** What a list says of a file. */
export function describeFile(
  { meeting, name }: LinkFile,
  repository: Repository,
): Pick<Completion, 'description' | 'detail'> {
  if (!meeting) return { description: name, detail: name }
  const { description, detail } = describe(meeting, repository)
  return { description, detail }
}

/** The team's name; of a series that nobody names, such as that of a call, what its minutes are titled. */
export function nameInLinks(folder: string, day: IsoDate, repository: Repository): string {
  const known = repository.teams.nameOf(folder, day)
  return known === nameOf(folder) ? titleOfSeries(folder, repository) || teamName(folder, day, repository) : known
}

/** What the newest minutes of a folder are titled, up to the day: of "Call 2025-03-13" it is "Call". Empty where no words stand before one. */
function titleOfSeries(folder: string, repository: Repository): string {
  const title = repository.series(folder)?.meetings.at(-1)?.summary.headings[0]?.title ?? ''
  const [date] = writtenDates(title)
  const words = title.slice(0, date?.span.start ?? 0)
  return slice(words, trimEnd(words, { start: 0, end: words.length }, /[^\p{L}\p{N})]/u))
}

function pageFile(summary: Summary): LinkFile {
  const { path } = summary
  const title = pageTitle(summary)
  return { kind: 'page', path, name: title, label: title, words: `${title} ${path}` }
}

/** What a page is called: by its first heading, or else by its file. */
export function pageTitle({ path, headings }: Pick<Summary, 'path' | 'headings'>): string {
  return headings[0]?.title || nameOf(path).replace(/\.[a-z]+$/i, '')
}

/** How the file `from` links another one. */
export function urlOf(path: string, from: string, way: LinkWay, { forge }: Repository): string {
  return withoutBrackets(way === 'url' && forge ? fileUrl(forge, path) : relativeUrl(folderOf(from), path))
}

/** Whether words begin with what has been typed, each with one of its own. */
export function fits(words: string, typed: string): boolean {
  if (!typed) return true
  if (!/^[\p{L}\p{N}]/u.test(typed)) return false
  const known = words.toLowerCase()
  const begins = (word: string) => known.startsWith(word) || known.includes(` ${word}`) || known.includes(`/${word}`)
  return typed.toLowerCase().trim().split(/\s+/).every(begins)
}
