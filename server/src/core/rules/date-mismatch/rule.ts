import type { IsoDate } from '../../minutes/calendar.ts'
import { withMeetingDate } from '../../minutes/meeting-date.ts'
import type { WrittenDate } from '../../minutes/written-date.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { renameFix } from '../../repository/rename.ts'
import type { Repository } from '../../repository/repository.ts'
import { likelierDate } from '../../repository/series.ts'
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
    const { minutes, repository } = subject
    const date = minutes.date?.iso
    const [first] = minutes.statedDates
    if (!date || !first || agrees(minutes.statedDates, date) || repository.originalOf(minutes.path)) return
    const stated = withoutTypo(first.readings[0]!, date)
    yield {
      span: first.span,
      message: 'mismatch',
      data: { stated: first.readings[0]!, date },
      fixes: () => fixesOf(subject, first, stated, date),
    }
  },
})

/** A meeting of several days is dated by all of them, or by the first and the last. */
function agrees(stated: readonly WrittenDate[], date: IsoDate): boolean {
  const days = stated.flatMap(({ readings }) => readings).sort()
  return days.includes(date) || (stated.length > 1 && days[0]! < date && date < days.at(-1)!)
}

/** A year with its digits swapped means the file's year. */
function withoutTypo(stated: IsoDate, date: IsoDate): IsoDate {
  const sorted = (day: IsoDate) => [...day.slice(0, 4)].sort().join('')
  return sorted(stated) === sorted(date) ? date.slice(0, 4) + stated.slice(4) : stated
}

function fixesOf({ minutes, repository, today }: Subject, written: WrittenDate, stated: IsoDate, date: IsoDate): Fix[] {
  const { path } = minutes
  const change: Fix = {
    title: `Change the date to ${written.write(date)}`,
    safety: 'suggested',
    edits: [edit(path, written.span, written.write(date))],
  }
  const to = withMeetingDate(path, stated)
  if (stated > today || repository.files.has(to)) return [change]
  const renamed = renameFix(repository, path, to)
  const corrected = stated === written.readings[0] ? [] : [edit(path, written.span, written.write(stated))]
  const rename = corrected.length
    ? {
        ...renamed,
        title: `${renamed.title}, and change the date to ${stated}`,
        edits: [...renamed.edits, ...corrected],
      }
    : renamed
  return nameIsLikelierWrong(repository, path, date, today) ? [rename, change] : [change, rename]
}

function nameIsLikelierWrong(repository: Repository, path: string, date: IsoDate, today: IsoDate): boolean {
  const summary = repository.summary(path)
  return (
    date > today || (summary !== undefined && likelierDate(summary, repository.seriesOf(path).weekday) !== undefined)
  )
}
