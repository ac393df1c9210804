import type { IsoDate } from '../../minutes/calendar.ts'
import { frontMatterValue } from '../../minutes/front-matter.ts'
import { readMinutes } from '../../minutes/minutes.ts'
import { datesInTitles } from '../../minutes/stated-dates.ts'
import { type WrittenDate, writtenDates } from '../../minutes/written-date.ts'
import type { Facts } from '../../syntax/facts.ts'
import { skim } from '../../syntax/skim.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { type Span, slice, span } from '../../text/span.ts'
import { withRightWeekdays } from '../new-minutes/dates.ts'

/** A text that is dated by the day for which it is imported. */
export interface Redated {
  readonly text: string
  /** How the first date was written that is another one now, and how it is written now. */
  readonly redated?: { readonly from: string; readonly to: string }
  /** How a date is written that has stayed although it is that of another day. */
  readonly kept?: string
}

/**
 * The text of minutes, dated by a day: where title and front matter give another one, as when somebody has gone on in the pad of the meeting
 * before, they give that day, as they are written. Where several days stand beside each other, they stay.
 */
export function redatedBy(day: IsoDate, path: string, text: string): Redated {
  const { facts, statedDates } = readMinutes(path, text)
  const places = placesOf(text, facts, day).filter(({ dates }) => isOneDay(dates) && !gives(day, dates))
  const edits = places.map(({ place, dates }): TextEdit => {
    const changes = dates.map((date) =>
      replace(span(date.span.start - place.start, date.span.end - place.start), date.write(day)),
    )
    return replace(place, withRightWeekdays(applyEdits(slice(text, place), changes), day))
  })
  const [first] = places.flatMap(({ dates }) => dates)
  if (first) {
    const redated = { from: slice(text, first.span), to: first.write(day) }
    return { text: withLinksToTitles(text, facts, applyEdits(text, edits)), redated }
  }
  const [stated] = statedDates
  return stated && !gives(day, statedDates) ? { text, kept: slice(text, stated.span) } : { text }
}

/** Links to headings that have got another date lead to them as before. Edits of these change neither how many there are, nor how many links. */
function withLinksToTitles(before: string, { headings, links }: Facts, after: string): string {
  const now = skim(after)
  const edits = links.flatMap(({ destination }, at): TextEdit[] => {
    const heading = headings.findIndex(({ anchor }) => slice(before, destination) === `#${anchor}`)
    const anchor = now.headings[heading]?.anchor
    const place = now.links[at]?.destination
    return anchor === undefined || !place || anchor === headings[heading]!.anchor ? [] : [replace(place, `#${anchor}`)]
  })
  return applyEdits(after, edits)
}

interface Place {
  readonly place: Span
  readonly dates: readonly WrittenDate[]
}

/** Where minutes are dated. A later date in the front matter is that of a publication. */
function placesOf(text: string, facts: Facts, day: IsoDate): Place[] {
  const front = ['title', 'date'].flatMap((key): Place[] => {
    const value = frontMatterValue(text, facts, key)
    if (!value) return []
    const dates = writtenDates(value.text, value.start)
    const isLater = key === 'date' && dates.every(({ readings }) => readings.every((one) => one > day))
    return isLater ? [] : [{ place: span(value.start, value.start + value.text.length), dates }]
  })
  return [...front, ...datesInTitles(text, facts).map(({ heading, dates }) => ({ place: heading.content, dates }))]
}

function isOneDay(dates: readonly WrittenDate[]): boolean {
  return new Set(dates.map(({ readings }) => readings.join())).size === 1
}

/** Whether dates are those of a meeting on a day, or of one that goes on over it. */
function gives(day: IsoDate, dates: readonly WrittenDate[]): boolean {
  const days = dates.flatMap(({ readings }) => readings).sort()
  return days.includes(day) || (dates.length > 1 && days[0]! < day && day < days.at(-1)!)
}
