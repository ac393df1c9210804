import { addDays, daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import { misnamedDays } from '../../minutes/misnamed-day.ts'
import { nearestTo, writtenDates } from '../../minutes/written-date.ts'
import { skim } from '../../syntax/skim.ts'
import { applyEdits, replace } from '../../text/edit.ts'
import { Scan } from '../../text/scan.ts'
import { contains } from '../../text/span.ts'

/** A text of the meeting on the day `from` as it says the same of the one on the day `to`: every date in it is later by as much, but those in URLs. */
export function inNextMeeting(text: string, from: IsoDate, to: IsoDate): string {
  const shift = daysBetween(from, to)
  const urls = skim(text).links.map(({ destination }) => destination)
  const dates = writtenDates(text).filter(({ span }) => !urls.some((url) => contains(url, span)))
  const edits = dates.map(({ span, readings, write }) =>
    replace(span, write(addDays(nearestTo(from, readings), shift))),
  )
  return applyEdits(text, edits)
}

/** A title with every date in it made a day; one that is no date by a slip is one then. */
export function datedBy(title: string, day: IsoDate): string {
  const dates = writtenDates(title)
  if (!dates.length) return title.replace(mistypedDate, day)
  return applyEdits(
    title,
    dates.map(({ span, write }) => replace(span, write(day))),
  )
}

/** `2025-03–12`, `2025-03-5` */
const mistypedDate = /(?<![0-9])(?:19|20)[0-9]{2}[-–—./ ]{1,2}[0-9]{1,2}[-–—./ ]{1,2}[0-9]{1,2}(?![0-9])/

/** A text in which each weekday beside a date is that of the date. */
export function withRightWeekdays(text: string, near: IsoDate): string {
  const edits = misnamedDays(new Scan(text), skim(text), near).map(({ weekday, right }) => replace(weekday, right))
  return applyEdits(text, edits)
}
