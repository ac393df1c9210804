import type { IsoDate } from '../../minutes/calendar.ts'
import { frontMatterValue } from '../../minutes/front-matter.ts'
import { datesInTitles } from '../../minutes/stated-dates.ts'
import { isSeveralDays, type WrittenDate, writtenDates } from '../../minutes/written-date.ts'
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
 * The text of minutes, dated by a day: where the title or the front matter's date is another one, as when somebody has gone on in the pad of the
 * meeting before, it becomes that day, as it is written, and so does what repeats it. Several days stay as they are.
 */
export function redatedBy(day: IsoDate, text: string): Redated {
  const facts = skim(text)
  const others = placesOf(text, facts, day).filter(({ dates }) => dates.length && !gives(day, dates))
  const stated = others.filter(({ repeats }) => !repeats)
  const wrong = new Set(stated.filter(isOneDay).map(readingsOf))
  const places = others.filter((place) => isOneDay(place) && wrong.has(readingsOf(place)))
  const edits = places.map(({ place, dates }): TextEdit => {
    const changes = dates.map((date) =>
      replace(span(date.span.start - place.start, date.span.end - place.start), date.write(day)),
    )
    return replace(place, withRightWeekdays(applyEdits(slice(text, place), changes), day))
  })
  const [first] = places.flatMap(({ dates }) => dates)
  const [left] = stated.filter((place) => !isOneDay(place)).flatMap(({ dates }) => dates)
  return {
    text: first ? withLinksToTitles(text, facts, applyEdits(text, edits)) : text,
    ...(first && { redated: { from: slice(text, first.span), to: first.write(day) } }),
    ...(left && { kept: slice(text, left.span) }),
  }
}

/** Links to headings that have got another date lead to them as before. Edits of these change neither how many there are, nor how many links. */
function withLinksToTitles(before: string, { headings, links }: Facts, after: string): string {
  const now = skim(after)
  const anchors = new Map(headings.map(({ anchor }, at) => [`#${anchor}`, `#${now.headings[at]!.anchor}`]))
  const edits = links.flatMap(({ destination }, at): TextEdit[] => {
    const written = slice(before, destination)
    const anchor = anchors.get(written)
    return anchor === undefined || anchor === written ? [] : [replace(now.links[at]!.destination, anchor)]
  })
  return applyEdits(after, edits)
}

interface Place {
  readonly place: Span
  readonly dates: readonly WrittenDate[]
  /** Whether it says the title again. Of another day, it may speak of another meeting. */
  readonly repeats: boolean
}

/** Where minutes are dated. A later date in the front matter is that of a publication. */
function placesOf(text: string, facts: Facts, day: IsoDate): Place[] {
  const front = ['title', 'date'].flatMap((key): Place[] => {
    const value = frontMatterValue(text, facts, key)
    if (!value) return []
    const dates = writtenDates(value.text, value.start)
    const isLater = key === 'date' && dates.every(({ readings }) => readings.every((one) => one > day))
    const place = span(value.start, value.start + value.text.length)
    return isLater ? [] : [{ place, dates, repeats: key === 'title' }]
  })
  const titles = datesInTitles(text, facts)
  return [...front, ...titles.map(({ heading, dates }, at) => ({ place: heading.content, dates, repeats: at > 0 }))]
}

/** Whether all dates of a place are one day, which may stand there more than once, and may be read in two ways. */
function isOneDay({ dates }: Place): boolean {
  const isOne = new Set(dates.map(({ readings }) => readings.join())).size === 1
  return isOne && !isSeveralDays(dates)
}

function readingsOf({ dates }: Place): string {
  return dates[0]!.readings.join()
}

/** Whether dates are those of a meeting on a day, or of one that goes on over it. */
function gives(day: IsoDate, dates: readonly WrittenDate[]): boolean {
  const days = dates.flatMap(({ readings }) => readings).sort()
  return days.includes(day) || (dates.length > 1 && days[0]! < day && day < days.at(-1)!)
}
