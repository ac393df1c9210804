import { addTo, countsOf } from '../collections.ts'
import { daysBetween, type IsoDate, type Weekday, weekdayOf } from '../minutes/calendar.ts'
import { compareTexts } from '../text/order.ts'
import { folderOf } from '../text/path.ts'
import type { Summary } from './summary.ts'

/** Which file is of which meeting. */
export interface MeetingDay {
  readonly path: string
  /** The meeting date: that of the file's name. */
  readonly date: IsoDate
  /** The day on which it most likely took place: the heading's where the file's name is the likelier mistake. */
  readonly day: IsoDate
}

/** One meeting of a series. */
export interface Meeting extends MeetingDay {
  readonly summary: Summary
}

/** Orders meetings of any series: the latest first, and those of one day by their paths. */
export function latestFirst(a: MeetingDay, b: MeetingDay): number {
  return compareTexts(b.day, a.day) || compareTexts(a.path, b.path)
}

/** Orders meetings by day; of several on one day the one with the shortest name, the plain date, is first. */
export function earliestFirst(a: Meeting, b: Meeting): number {
  return compareTexts(a.day, b.day) || a.path.length - b.path.length || compareTexts(a.path, b.path)
}

/** The minutes of one folder. */
export class Series {
  readonly folder: string
  readonly #summaries = new Map<string, Summary>()
  #meetings: readonly Meeting[] | undefined
  #weekday: Weekday | undefined
  /** How many of the files have each heading; counted when it is first asked for. */
  #titles: Map<string, number> | undefined

  constructor(folder: string) {
    this.folder = folder
  }

  /** Takes in a file. The result is whether the days of the meetings stay as they were. */
  set(summary: Summary): boolean {
    const before = this.#summaries.get(summary.path)
    this.#countTitles(before, -1)
    this.#summaries.set(summary.path, summary)
    this.#countTitles(summary, 1)
    const isStill = isOfSameDay(before, summary)
    this.#meetings = isStill
      ? this.#meetings?.map((meeting) => (meeting.path === summary.path ? { ...meeting, summary } : meeting))
      : undefined
    return isStill
  }

  delete(path: string): void {
    this.#countTitles(this.#summaries.get(path), -1)
    this.#summaries.delete(path)
    this.#meetings = undefined
  }

  get isEmpty(): boolean {
    return this.#summaries.size === 0
  }

  /** The meetings by day; of several on one day the one with the shortest name, the plain date, first. */
  get meetings(): readonly Meeting[] {
    this.#meetings ??= this.#read()
    return this.#meetings
  }

  /** The day of the week on which the team meets, when most meetings agree on one. */
  get weekday(): Weekday | undefined {
    void this.meetings
    return this.#weekday
  }

  /** Whether many of the meetings have this heading. */
  isStanding(title: string): boolean {
    this.#titles ??= countsOf([...this.#summaries.values()].flatMap((summary) => [...titlesOf(summary)]))
    return (this.#titles.get(title) ?? 0) >= Math.max(manyMeetings, this.#summaries.size / 4)
  }

  /** The newest meeting with `after` < day ≤ `until`. */
  newest(after: IsoDate, until: IsoDate): Meeting | undefined {
    const { meetings } = this
    let at = meetings.findLastIndex(({ day }) => day <= until)
    if (at < 0 || meetings[at]!.day <= after) return undefined
    while (meetings[at - 1]?.day === meetings[at]!.day) at -= 1
    return meetings[at]
  }

  /** The last meeting on a day before `date`. */
  previous(date: IsoDate): Meeting | undefined {
    return this.meetings.findLast((meeting) => meeting.day < date)
  }

  /** The meetings before and after that of a file, without it; so many on each side at the most. */
  around(path: string, onEachSide: number): Meeting[] {
    const at = this.meetings.findIndex((meeting) => meeting.path === path)
    if (at < 0) return []
    const before = this.meetings.slice(Math.max(0, at - onEachSide), at)
    return [...before, ...this.meetings.slice(at + 1, at + 1 + onEachSide)]
  }

  #countTitles(summary: Summary | undefined, by: number): void {
    if (!this.#titles || !summary) return
    for (const title of titlesOf(summary)) addTo(this.#titles, title, by)
  }

  #read(): Meeting[] {
    const dated = [...this.#summaries.values()].filter((summary) => summary.date !== undefined)
    this.#weekday = usualWeekday(dated.map((summary) => summary.date!))
    const dates = new Set(dated.map((summary) => summary.date))
    return dated
      .map((summary) => {
        const stated = likelierDate(summary, this.#weekday)
        const day = stated && !dates.has(stated) ? stated : summary.date!
        return { path: summary.path, date: summary.date!, day, summary }
      })
      .sort(earliestFirst)
  }
}

/** The series of a file: its folder, or the folder around the one of its year. */
export function seriesFolderOf(path: string): string {
  const folder = folderOf(path)
  return folder.replace(/(?:^|\/)(?:19|20)[0-9]{2}(?:\/[0-9]{2})?$/, '')
}

const monthsThatATypoSpans = 190

/** The stated date, when it is on the series' weekday and the one in the file's name is not. */
export function likelierDate({ date, statedDates }: Summary, weekday: Weekday | undefined): IsoDate | undefined {
  if (!date || !weekday || !statedDates.length || statedDates.includes(date)) return undefined
  if (weekdayOf(date) === weekday) return undefined
  return statedDates.find(
    (stated) => weekdayOf(stated) === weekday && Math.abs(daysBetween(stated, date)) < monthsThatATypoSpans,
  )
}

/** The day of the week of most of the dates, where there is one. */
export function usualWeekday(dates: readonly IsoDate[]): Weekday | undefined {
  if (dates.length < 3) return undefined
  const counts = countsOf(dates.map(weekdayOf))
  const [weekday, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))
  return count * 2 > dates.length ? weekday : undefined
}

/** Whether two readings of a file say the same of the day of its meeting. */
function isOfSameDay(one: Summary | undefined, other: Summary): boolean {
  return one !== undefined && one.date === other.date && one.statedDates.join() === other.statedDates.join()
}

const manyMeetings = 3

function titlesOf({ headings }: Summary): Set<string> {
  return new Set(headings.map(({ title }) => title))
}
