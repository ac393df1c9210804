import type { IsoDate } from '../../minutes/calendar.ts'
import { frontMatterValue } from '../../minutes/front-matter.ts'
import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { givesDay, headingsWithTitle } from '../../minutes/stated-dates.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { slice, span } from '../../text/span.ts'
import { withRightWeekdays } from '../new-minutes/dates.ts'

/** A text that is dated by the day for which it is imported. */
export interface Redated {
  readonly text: string
  /** How the date was written, and how it is now, unless it has stayed. */
  readonly redated?: { readonly from: string; readonly to: string }
}

/**
 * The text of a pad, dated by a day. Where it gives another one for the meeting, as when somebody has gone on in the pad of the meeting before,
 * title and front matter have the day in its place, written in the same form.
 */
export function datedBy(day: IsoDate, path: string, text: string): Redated {
  const minutes = readMinutes(path, text)
  const [stated] = minutes.statedDates
  if (!stated || givesDay(minutes.statedDates, day)) return { text }
  const edits = placesOfTitle(minutes).flatMap(({ text, start }): TextEdit[] => {
    const dates = writtenDates(text).filter(({ readings }) => readings.some((one) => stated.readings.includes(one)))
    const dated = applyEdits(
      text,
      dates.map(({ span, write }) => replace(span, write(day))),
    )
    return dates.length ? [replace(span(start, start + text.length), withRightWeekdays(dated, day))] : []
  })
  return { text: applyEdits(text, edits), redated: { from: slice(text, stated.span), to: stated.write(day) } }
}

function placesOfTitle({ text, facts }: Minutes): { readonly text: string; readonly start: number }[] {
  const front = ['title', 'date'].flatMap((key) => frontMatterValue(text, facts, key) ?? [])
  const headings = facts.headings.slice(0, headingsWithTitle)
  return [...front, ...headings.map(({ content }) => ({ text: slice(text, content), start: content.start }))]
}
