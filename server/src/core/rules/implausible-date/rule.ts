import type { IsoDate } from '../../minutes/calendar.ts'
import { type DoubtfulDate, doubtfulDates } from '../../minutes/doubtful-date.ts'
import { inFormOf } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type MisnamedDay, misnamedDays, weekdayName } from '../../minutes/misnamed-day.ts'
import { headingsWithTitle } from '../../minutes/stated-dates.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { applyEdits } from '../../text/edit.ts'
import { contains, type Span, slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'implausible-date',
  title: 'Date that no calendar has, or on another weekday',
  severity: 'information',
  fix: 'suggested',
  scope: 'minutes',
  alone: true,
  options: noOptions,
  messages: {
    day: 'No calendar has {date}, so nobody can tell which day is meant. Write the right one.',
    month:
      'A year has twelve months, and {date} is in another one: month and day may be swapped. Write the right date.',
    year: '{date} lies in another age, so this is hardly the year that is meant. Write the right one.',
    weekday:
      '{date} is a {right}. Whoever goes by the weekday and whoever goes by the date come on two days. Correct one of them.',
  },
  *check({ minutes, today }) {
    const { text, scan, facts, date, statedDates } = minutes
    const day = date?.iso ?? today
    for (const doubtful of doubtfulDates(scan, facts, Number(day.slice(0, 4)))) {
      // That is another day than the file's, which date-mismatch reports.
      if (statedDates.some(({ span }) => contains(span, doubtful.span))) continue
      const data = { date: slice(text, doubtful.span) }
      yield { span: doubtful.span, message: doubtful.fault, data, fixes: () => correct(minutes, doubtful) }
    }
    for (const misnamed of misnamedDays(scan, facts, date?.iso)) {
      const data = { date: misnamed.date, right: weekdayName(misnamed.date) }
      yield { span: misnamed.span, message: 'weekday', data, fixes: () => agree(minutes, misnamed) }
    }
  },
})

function correct(minutes: Minutes, { span, corrections }: DoubtfulDate): Fix[] {
  const { path, text, date } = minutes
  // The title has the day of the file, or another fault.
  if (isTitle(minutes, span)) return date?.iso ? [...inTitle(minutes, span, date.iso)] : []
  return corrections.map((correction) => {
    const inside = { start: correction.span.start - span.start, end: correction.span.end - span.start }
    const date = applyEdits(slice(text, span), [{ ...correction, span: inside }])
    return suggestion(`Change the date to ${date}`, path, span, date)
  })
}

function isTitle({ facts }: Minutes, span: Span): boolean {
  return facts.headings.slice(0, headingsWithTitle).some((heading) => contains(heading.span, span))
}

function* inTitle({ path, text }: Minutes, span: Span, day: IsoDate): Generator<Fix> {
  if (!/^[0-9]{4}/.test(slice(text, span))) return
  const date = inFormOf(slice(text, span), day)
  yield suggestion(`Change the date to ${date}`, path, span, date)
}

function agree(minutes: Minutes, { span, weekday, right, other }: MisnamedDay): Fix[] {
  const { path } = minutes
  const named = suggestion(`Change the weekday to ${right}`, path, weekday, right)
  return other && !isTitle(minutes, span)
    ? [named, suggestion(`Change the date to ${other.newText}`, path, other.span, other.newText)]
    : [named]
}
