import * as v from 'valibot'
import { defaultReportDays } from '../repository/repository.ts'

/** The option of the rules that look for the meeting that a report reports on: one that is so many days older is too old. */
export const daysOption = v.object({
  days: v.optional(
    v.pipe(
      v.number('"days" is a number, such as 10.'),
      v.integer('"days" is a whole number.'),
      v.minValue(1, '"days" is at least 1.'),
      v.description('A report is about meetings that were fewer than this many days before it.'),
    ),
    defaultReportDays,
  ),
})

export const noOptions = v.object({})
