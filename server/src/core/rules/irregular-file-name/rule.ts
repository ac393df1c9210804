import { type IsoDate, isoDate } from '../../minutes/calendar.ts'
import { inFormOf, liesFarAhead, meetingDateOf, withMeetingDate } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import type { Fix } from '../../repository/fix.ts'
import { renameFix } from '../../repository/rename.ts'
import { folderOf, joinPath, nameOf } from '../../text/path.ts'
import { noOptions } from '../options.ts'
import { defineRule, type Subject } from '../rule.ts'

export default defineRule({
  id: 'irregular-file-name',
  title: 'File name that is no date of a meeting',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    noDate:
      'The calendar has no such day as the one in "{name}", so nobody finds the meeting by its date. Rename the file.',
    almost:
      'The other files here are named by their day, but "{name}" has a digit too few or too many, so nobody finds the meeting by its date. Rename the file.',
    future:
      '"{name}" lies far in the future, so these minutes stay behind all that are to come. Rename the file to the day of the meeting.',
    noEnding:
      '"{name}" lacks the ending ".md", so readers get plain text instead of minutes. Rename the file before others link it.',
  },
  *check(subject) {
    const { minutes } = subject
    const fault = faultOf(subject)
    if (!fault) return
    const firstLine = { start: 0, end: minutes.text.search(/\r|\n|$/) }
    yield {
      span: firstLine,
      message: fault,
      data: { name: nameOf(minutes.path) },
      fixes: () => fixesOf(subject, fault),
    }
  },
})

type Fault = 'noDate' | 'almost' | 'future' | 'noEnding'

function faultOf({ minutes: { path, date }, repository, today }: Subject): Fault | undefined {
  const name = nameOf(path)
  const series = repository.seriesOf(path)
  if (!date) return isAlmostDate(name) && series.weekday ? 'almost' : undefined
  if (date.iso && !name.includes('.')) return 'noEnding'
  // Digits behind other words may be those of anything, unless a team meets in this folder.
  const isOfMeeting = date.span.start <= path.length - name.length || series.weekday !== undefined
  if (!isOfMeeting) return undefined
  if (!date.iso) return 'noDate'
  return liesFarAhead(date.iso, today) ? 'future' : undefined
}

/** One digit too few or too many: `2023028.md`, `2023-2-8.md`. */
function isAlmostDate(name: string): boolean {
  return /^(?:19|20)[0-9]{2}(?:[0-9]{3}|[0-9]{5}|([-_.])[0-9]{1,3}\1[0-9]{1,3})\.md$/i.test(name)
}

function fixesOf(subject: Subject, fault: Fault): Fix[] {
  const { minutes, repository } = subject
  const { path } = minutes
  const names = fault === 'noEnding' ? [`${path}.md`] : likelyNames(subject, fault)
  return [...new Set(names)].filter((to) => !repository.files.has(to)).map((to) => renameFix(repository, path, to))
}

function likelyNames({ minutes, repository, today }: Subject, fault: Fault): string[] {
  const { path, statedDates } = minutes
  if (fault !== 'almost') return likelyDates(minutes, today).map((date) => withMeetingDate(path, date))
  const padded = nameOf(path).replace(/[0-9]+/g, (digits) => digits.padStart(2, '0'))
  const days = [...statedDates, ...writtenDates(padded)].flatMap(({ readings }) => readings)
  // The day is to be written as the neighbours write it.
  const neighbour = repository.seriesOf(path).meetings.at(-1)!.path
  const { start, end } = meetingDateOf(neighbour)!.span
  const sample = nameOf(neighbour.slice(start, end))
  return days.map((date) => joinPath(folderOf(path), `${inFormOf(sample, date)}.md`)!)
}

/** The date that the minutes give, or that of the file's name with day and month, or the last two digits of the year, put right. */
function likelyDates({ path, date, statedDates }: Minutes, today: IsoDate): IsoDate[] {
  if (!date) return []
  const digits = path.slice(date.span.start, date.span.end).replace(/[^0-9]/g, '')
  const [year, first, second] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  const swapped = isoDate(year, second, first)
  const lastYear = isoDate(Number(today.slice(0, 4)), first, second)
  const stated = statedDates.flatMap(({ readings }) => readings)
  return [...stated, swapped, lastYear].filter((day) => day !== undefined && !liesFarAhead(day, today)) as IsoDate[]
}
