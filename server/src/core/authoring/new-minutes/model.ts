import { addTo, countsOf } from '../../collections.ts'
import type { IsoDate } from '../../minutes/calendar.ts'
import { meetingDateOf, withMeetingDate } from '../../minutes/meeting-date.ts'
import type { Meeting, Series } from '../../repository/series.ts'
import { folderOf } from '../../text/path.ts'
import { headingKey } from './units.ts'

/** The meetings from which the minutes of the next one are made. */
export interface Model {
  readonly last: Meeting
  /** Those before it, the last one first. */
  readonly earlier: readonly Meeting[]
  /** Those since then, the last one first: their minutes are unlike the others. */
  readonly since: readonly Meeting[]
}

/** So many of the last meetings tell what the team's files are like. */
const telling = 5

/**
 * The last of a team's meetings before a day that is like most: a deck where most are, without a topic in its name, and with most of what they have.
 * `undefined` when there is none.
 */
export function modelFor(series: Series, day: IsoDate): Model | undefined {
  const before = writtenBefore(series, day)
  const [last, ...earlier] = newestWhole(usualMeetings(series, day))
  return last && { last, earlier: earlier.slice(0, telling), since: before.slice(0, before.indexOf(last)) }
}

/** A team's meetings before a day that are like most of the last ones, the last one first. */
export function usualMeetings(series: Series, day: IsoDate): Meeting[] {
  const before = withoutStubs(writtenBefore(series, day))
  const usual = usualOf(before.slice(0, telling))
  return before.filter((meeting) => lookOf(meeting) === usual)
}

/** The last one first. Files that were made and never written tell nothing, unless there are no others. */
function writtenBefore({ meetings }: Series, day: IsoDate): Meeting[] {
  const before = meetings.filter((meeting) => meeting.day < day).reverse()
  const written = before.filter((meeting) => !isBlank(meeting))
  return written.length ? written : before
}

/** Blank lines and a byte-order mark at the most. */
const longestBlank = 9

function isBlank({ summary: { lines, headings } }: Meeting): boolean {
  return !headings.length && lines.end(lines.count - 1) <= longestBlank
}

/**
 * Those of which more is written than that there was no meeting, where they are at least half of the last ones: other teams write as little of
 * every meeting.
 */
function withoutStubs(meetings: Meeting[]): Meeting[] {
  const recent = meetings.slice(0, telling * 2)
  const whole = recent.filter((meeting) => !isStub(meeting))
  return whole.length * 2 >= recent.length ? meetings.filter((meeting) => !isStub(meeting)) : meetings
}

/** A title, and a line below it. */
const longestStub = 2

function isStub({ summary: { headings, fullLines, roles, attendance, actions } }: Meeting): boolean {
  return fullLines <= longestStub && headings.length <= 1 && !roles.length && !attendance && !actions.length
}

/**
 * The newest of the last meetings that has at least half of what most of those before the last one have, and all before it; the last one where none
 * has. Where the last two are alike and unlike those, the team has got another habit: then only those that are like the last one follow it.
 */
function newestWhole(meetings: readonly Meeting[]): readonly Meeting[] {
  const [last, ...before] = meetings.slice(0, telling + 1)
  if (!last) return []
  const counts = new Map<string, number>()
  for (const meeting of before) for (const part of partsOf(meeting)) addTo(counts, part, 1)
  const standing = [...counts].flatMap(([part, count]) => (count > 1 && count * 2 > before.length ? [part] : []))
  const isWhole = (meeting: Meeting) => hasHalf(partsOf(meeting), standing)
  const isLikeLast = (meeting: Meeting) => areAlike(partsOf(meeting), partsOf(last))
  if (!isWhole(last) && before[0] && isLikeLast(before[0])) return [last, ...before.filter(isLikeLast)]
  return meetings.slice(Math.max(0, [last, ...before].findIndex(isWhole)))
}

function hasHalf(parts: ReadonlySet<string>, of: readonly string[]): boolean {
  return of.filter((part) => parts.has(part)).length * 2 >= of.length
}

/** Whether each has at least half of the other, and there is something to have. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && hasHalf(one, [...other]) && hasHalf(other, [...one])
}

/** What may stand in the minutes of every meeting: headings, the lines that say who does what, and a list of participants. */
function partsOf({ summary: { headings, roles, attendance } }: Meeting): ReadonlySet<string> {
  const titles = headings.slice(1).map(({ title }) => headingKey(title))
  return new Set([...titles, ...roles.map(({ task }) => `role ${task}`), ...(attendance ? ['participants'] : [])])
}

/**
 * The path of the minutes of a day, in the form of the last ones. A folder of its year, or of its month in that, is that of the day. A topic that
 * only one name has is that of its meeting.
 */
export function pathOn(day: IsoDate, { last, earlier }: Pick<Model, 'last' | 'earlier'>): string {
  const path = withMeetingDate(last.path, day)
  const tail = tailOf(last.path)
  const isUsual = tail === markdown || earlier.some((meeting) => tailOf(meeting.path) === tail)
  const name = path.slice(folderOf(path).length, isUsual ? path.length : path.length - tail.length)
  return folderOn(day, folderOf(path)) + name + (isUsual && tail.includes('.') ? '' : markdown)
}

const markdown = '.md'

function folderOn(day: IsoDate, folder: string): string {
  const [year, month] = day.split('-')
  return folder.replace(
    /(^|\/)(?:19|20)[0-9]{2}(\/[0-9]{2})?$/,
    (_, slash, ofMonth) => `${slash}${year}${ofMonth ? `/${month}` : ''}`,
  )
}

function tailOf(path: string): string {
  return path.slice(meetingDateOf(path)!.span.end)
}

/** What a file is called but for its date, and whether it is a deck. */
function lookOf({ path, summary }: Meeting): string {
  return `${tailOf(path)} ${summary.deck}`
}

/**
 * What the last two meetings are like is the habit of now. Where they differ, most of them tell, and of equally many those without a topic in their
 * names.
 */
function usualOf(meetings: readonly Meeting[]): string | undefined {
  const looks = meetings.map(lookOf)
  if (looks[0] === looks[1]) return looks[0]
  const counts = countsOf(looks)
  const most = Math.max(...counts.values())
  const usual = meetings.filter((meeting) => counts.get(lookOf(meeting)) === most)
  const [latest] = usual
  const isPlain = ({ path, summary }: Meeting) => tailOf(path) === markdown && summary.deck === latest!.summary.deck
  return lookOf(usual.find(isPlain) ?? latest!)
}
