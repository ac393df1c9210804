import type { IsoDate } from '../minutes/calendar.ts'
import { writtenDates } from '../minutes/written-date.ts'
import { slice } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'
import type { Repository } from './repository.ts'

/**
 * What the team whose minutes stand in a folder is called on a day. Where nobody names it, it goes by its folder; at the root, by what its minutes
 * are titled, or else by the repository.
 */
export function teamName(folder: string, day: IsoDate, repository: Repository): string {
  return repository.teams.nameOf(folder, day) || titleOfSeries(folder, repository) || repository.name
}

/** What the newest minutes of a folder are titled, but for the day: of "Call 2025-03-13" it is "Call". Empty where no day ends the title. */
export function titleOfSeries(folder: string, repository: Repository): string {
  const title = repository.series(folder)?.meetings.at(-1)?.summary.headings[0]?.title ?? ''
  const [date] = writtenDates(title)
  const words = title.slice(0, date?.span.start ?? 0)
  return slice(words, trimEnd(words, { start: 0, end: words.length }, /[^\p{L}\p{N})]/u))
}
