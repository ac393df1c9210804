import type { IsoDate } from '../../minutes/calendar.ts'
import { liesFarAhead, withMeetingDate } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { isSeveralDays, nearestTo, type WrittenDate, writtenDates } from '../../minutes/written-date.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { renameFix } from '../../repository/rename.ts'
import type { Repository } from '../../repository/repository.ts'
import { likelierDate } from '../../repository/series.ts'
import { nameOf } from '../../text/path.ts'
import { noOptions } from '../options.ts'
import { defineRule, type Subject } from '../rule.ts'

export default defineRule({
  id: 'date-mismatch',
  title: 'Date of another day than the file',
  severity: 'warning',
  fix: 'suggested',
  scope: 'minutes',
  options: noOptions,
  messages: {
    mismatch:
      "These minutes are dated {stated}, but the file is that of {date}. Readers and links follow the file's name. Change the heading, or rename the file.",
  },
  *check(subject) {
    const { minutes, repository, today } = subject
    const date = minutes.date?.iso
    const [first] = minutes.statedDates
    if (!date || !first || agrees(minutes, date) || repository.originalOf(minutes.path)) return
    // Then the file's name is wrong whatever the heading says, which irregular-file-name reports.
    if (liesFarAhead(date, today)) return
    const written = nearestTo(date, first.readings)
    const stated = date > today ? written : withoutTypo(written, date)
    yield {
      span: first.span,
      message: 'mismatch',
      data: { stated: written, date },
      fixes: () => fixesOf(subject, first, stated, date),
    }
  },
})

/** A meeting of several days is dated by all of them, or by the first and the last, in the text or in the file's name. */
function agrees({ path, statedDates }: Minutes, date: IsoDate): boolean {
  const stated = statedDates.flatMap(({ readings }) => readings)
  const named = writtenDates(nameOf(path)).flatMap(({ readings }) => readings)
  return (
    stated.includes(date) ||
    (statedDates.length > 1 && isWithin(date, stated)) ||
    stated.some((day) => isWithin(day, named) || isAnnounced(day, date, path))
  )
}

function isWithin(day: IsoDate, days: readonly IsoDate[]): boolean {
  return days.some((first) => first <= day) && days.some((last) => day <= last)
}

/** A file about a topic (`2025-03-12-harbour-days.md`) may be titled with the day that is yet to come. */
function isAnnounced(day: IsoDate, date: IsoDate, path: string): boolean {
  return day > date && /\p{L}/u.test(nameOf(path).replace(/\.[a-z]+$/i, ''))
}

/** A year with its digits swapped means the file's year. */
function withoutTypo(stated: IsoDate, date: IsoDate): IsoDate {
  const sorted = (day: IsoDate) => [...day.slice(0, 4)].sort().join('')
  return sorted(stated) === sorted(date) ? date.slice(0, 4) + stated.slice(4) : stated
}

function fixesOf({ minutes, repository, today }: Subject, written: WrittenDate, stated: IsoDate, date: IsoDate): Fix[] {
  const { path } = minutes
  const change = changeOf(minutes, written, date)
  const to = withMeetingDate(path, stated)
  if (stated > today || repository.files.has(to)) return change
  const renamed = renameFix(repository, path, to)
  const corrected = written.readings.includes(stated) ? [] : [edit(path, written.span, written.write(stated))]
  const rename = corrected.length
    ? {
        ...renamed,
        title: `${renamed.title}, and change the date to ${stated}`,
        edits: [...renamed.edits, ...corrected],
      }
    : renamed
  return nameIsLikelierWrong(repository, path, date, today) ? [rename, ...change] : [...change, rename]
}

/** Of several days each would have to be another one. */
function changeOf({ path, statedDates }: Minutes, written: WrittenDate, date: IsoDate): Fix[] {
  const days = new Set(statedDates.map(({ readings }) => readings.join()))
  if (days.size > 1 || (statedDates.length > 1 && isSeveralDays(statedDates))) return []
  const edits = statedDates.map(({ span, write }) => edit(path, span, write(date)))
  return [{ title: `Change the date to ${written.write(date)}`, safety: 'suggested', edits }]
}

function nameIsLikelierWrong(repository: Repository, path: string, date: IsoDate, today: IsoDate): boolean {
  const summary = repository.summary(path)
  return (
    date > today || (summary !== undefined && likelierDate(summary, repository.seriesOf(path).weekday) !== undefined)
  )
}
