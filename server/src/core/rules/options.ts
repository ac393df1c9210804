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

/** The option of private-detail. */
export const passcodesOption = v.object({
  passcodes: v.optional(
    v.pipe(
      v.boolean('"passcodes" is true or false.'),
      v.description(
        'Whether passcodes of meetings are reported wherever they stand, those in invitations and links too.',
      ),
    ),
    false,
  ),
})

/** The option of the rule that finds what is left over: in many houses an empty list item is a place to write into. */
export const emptyItemsOption = v.object({
  emptyItems: v.optional(
    v.pipe(
      v.picklist(['always', 'rare', 'never'], '"emptyItems" is "always", "rare" or "never".'),
      v.description(
        'Whether empty list items are reported: always, never, or only where they are rare, in at most one of 25 minutes.',
      ),
    ),
    'rare',
  ),
})

export const noOptions = v.object({})
