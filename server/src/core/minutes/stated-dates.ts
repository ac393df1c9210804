import type { Facts, Heading } from '../syntax/facts.ts'
import { contains, type Span, slice } from '../text/span.ts'
import type { IsoDate } from './calendar.ts'
import { frontMatterValue } from './front-matter.ts'
import { type WrittenDate, writtenDates } from './written-date.ts'

/** Where the title of the meeting may stand: a date in a later heading is one that the meeting spoke of. */
export const headingsWithTitle = 2
const mayHoldDate = /[0-9]{4}/
const aboutOtherDays =
  /(?<![a-zà-ɏ0-9])(?:next|last|previous|upcoming|until|due|deadline|since|before|after|release|sprint|approv[a-z]{1,9}|adoption|actions?|action items?|follow-?ups?|n(?:ä|ae)chste[rsnm]?|letzte[rsnm]?|vorige[rsnm]?|bis|seit|genehmigung|aufgaben)(?![a-zà-ɏ0-9])/i
/** What stands before a date that is not the meeting's, in a title that may give that one too: "moved from Tuesday, ". */
const otherDayFollows =
  /(?:(?:moved|postponed|rescheduled|shifted) from|instead of|(?:verschoben|verlegt) vo[nm]|statt|retrospective (?:of|on|for)|rückblick auf|week of|woche vom|agenda for|tagesordnung für) (?:the |den |am )?(?:[a-z]{2,10}\.?,? )?$/i

/**
 * The dates that minutes themselves give for the meeting: those of the front matter, or of the first dated heading near the top. `date` is
 * that of the file's name.
 */
export function statedDates(text: string, facts: Facts, date: IsoDate | undefined): WrittenDate[] {
  const titled = titleDates(text, facts)
  const front = frontMatterValue(text, facts, 'date')
  // Site generators take the front matter's date for the day of publishing: a later one says nothing of the meeting.
  const dated = front
    ? writtenDates(front.text, front.start).filter(({ readings }) => !date || readings.some((day) => day <= date))
    : []
  const agrees = titled.some(({ readings }) => date && readings.includes(date))
  return dated.length && !agrees ? dated : titled
}

function titleDates(text: string, facts: Facts): WrittenDate[] {
  for (const { dates } of datedTitles(text, facts)) return dates
  return []
}

/** The dates in the heading that names the meeting, and in one below that says the same again. */
export function datesInTitles(text: string, facts: Facts): DatedTitle[] {
  return [...datedTitles(text, facts)]
}

export interface DatedTitle {
  readonly heading: Heading
  /** At least one. */
  readonly dates: WrittenDate[]
}

function* datedTitles(text: string, facts: Facts): Generator<DatedTitle> {
  const [title, ...below] = facts.headings.slice(0, headingsWithTitle)
  if (!title) return
  for (const heading of [title, ...below]) {
    if (!mayHoldDate.test(heading.title) || (heading !== title && !isTitleAgain(heading, title))) continue
    const dates = aboutOtherDays.test(heading.title) ? [] : headingDates(text, heading, facts)
    if (dates.length) yield { heading, dates }
  }
}

/** Below the name of a team stands "Meeting 2023-02-09"; the date of any other heading belongs to a topic. */
function isTitleAgain(heading: Heading, title: Heading): boolean {
  const known = new Set(wordsOf(title.title))
  const dates = writtenDates(heading.title)
  const starts = [0, ...dates.map(({ span }) => span.end)]
  const rest = starts.map((start, at) => heading.title.slice(start, dates[at]?.span.start)).join('')
  return wordsOf(rest).every((word) => known.has(word) || wordsOfTitles.has(word))
}

const wordsOfTitles = new Set(
  'meeting minutes notes call agenda protokoll sitzung treffen besprechung on of from the date datum am vom der des mo di mi do fr sa so mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(
    ' ',
  ),
)

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/\p{L}+/gu) ?? []
}

/** Where a link of the heading leads says nothing of the meeting. */
function headingDates(text: string, heading: Heading, { links }: Facts): WrittenDate[] {
  const { start } = heading.content
  const dates = writtenDates(slice(text, heading.content), start)
  const isInLink = (span: Span) => links.some(({ destination }) => contains(destination, span))
  return dates.filter(({ span }) => !otherDayFollows.test(text.slice(start, span.start)) && !isInLink(span))
}
