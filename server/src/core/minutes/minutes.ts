import type { Facts, Heading } from '../syntax/facts.ts'
import { skim } from '../syntax/skim.ts'
import { nameOf } from '../text/path.ts'
import { type Span, slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import { type Action, actionsOf } from './action.ts'
import type { IsoDate } from './calendar.ts'
import { type MeetingDate, meetingDateOf } from './meeting-date.ts'
import { type MinutesLine, minutesLinesOf } from './minutes-line.ts'
import { type Section, sectionsOf } from './section.ts'
import { type WrittenDate, writtenDates } from './written-date.ts'

/** One Markdown file, read: an immutable value of its path and text. */
export interface Minutes {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly facts: Facts
  /** `minutes` of a meeting have a date in their path; a `template` is for making others; all other Markdown files are a `page`. */
  readonly kind: 'minutes' | 'template' | 'page'
  readonly date: MeetingDate | undefined
  /** Whether the file is a slide deck. */
  readonly deck: boolean
  readonly sections: readonly Section[]
  readonly minutesLines: readonly MinutesLine[]
  readonly actions: readonly Action[]
  /** The dates that the minutes themselves give for the meeting: those of the front matter, or of the first dated heading near the top. */
  readonly statedDates: readonly WrittenDate[]
}

/** Reads one file. It always succeeds, whatever the text. */
export function readMinutes(path: string, text: string): Minutes {
  const facts = skim(text)
  const sections = sectionsOf(
    facts.headings.filter((heading) => !heading.nested),
    text.length,
  )
  const date = meetingDateOf(path)
  return {
    path,
    text,
    facts,
    kind: isTemplate(path) ? 'template' : date ? 'minutes' : 'page',
    date,
    deck: frontMatterValue(text, facts, 'type')?.text === 'slide',
    sections,
    minutesLines: minutesLinesOf(text, facts, sections),
    actions: actionsOf(text, facts),
    statedDates: statedDates(text, facts, date?.iso),
  }
}

/** Whether a file is read: it is Markdown, or minutes whose name lacks its ending. */
export function isMinutesFile(path: string): boolean {
  const name = nameOf(path)
  return (
    /\.(?:md|markdown)$/i.test(name) ||
    (!name.includes('.') && /^[0-9]/.test(name) && meetingDateOf(path) !== undefined)
  )
}

function isTemplate(path: string): boolean {
  return /(?:^|[/_.-])templates?(?:[/_.-]|$)/i.test(path)
}

/** Where the title of the meeting may stand: a date in a later heading is one that the meeting spoke of. */
const headingsWithTitle = 2
const aboutOtherDays =
  /(?<![\p{L}\p{N}])(?:next|last|previous|upcoming|until|due|deadline|since|before|after|release|sprint|approv\p{L}+|adoption|actions?|action items?|follow-?ups?|n(?:ä|ae)chste[rsnm]?|letzte[rsnm]?|vorige[rsnm]?|bis|seit|genehmigung|aufgaben)(?![\p{L}\p{N}])/iu
/** What stands before a date that is not the meeting's, in a title that may give that one too: "moved from Tuesday, ". */
const otherDayFollows =
  /(?:(?:moved|postponed|rescheduled|shifted) from|instead of|(?:verschoben|verlegt) vo[nm]|statt|retrospective (?:of|on|for)|rückblick auf|week of|woche vom|agenda for|tagesordnung für) (?:the |den |am )?(?:[a-z]{2,10}\.?,? )?$/i

function statedDates(text: string, facts: Facts, date: IsoDate | undefined): WrittenDate[] {
  const titled = titleDates(text, facts)
  const front = frontMatterValue(text, facts, 'date')
  // Site generators take the front matter's date for the day of publishing: a later one says nothing of the meeting.
  const dated = front
    ? writtenDates(front.text, front.start).filter(({ readings }) => !date || readings.some((day) => day <= date))
    : []
  const agrees = titled.some(({ readings }) => date && readings.includes(date))
  return dated.length && !agrees ? dated : titled
}

function titleDates(text: string, { headings }: Facts): WrittenDate[] {
  const [title, ...below] = headings.slice(0, headingsWithTitle)
  if (!title) return []
  for (const heading of [title, ...below.filter((heading) => isTitleAgain(heading, title))]) {
    const dates = aboutOtherDays.test(heading.title) ? [] : headingDates(text, heading)
    if (dates.length) return dates
  }
  return []
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

function headingDates(text: string, heading: Heading): WrittenDate[] {
  const { start } = heading.content
  const dates = writtenDates(slice(text, heading.content), start)
  return dates.filter(({ span }) => !otherDayFollows.test(text.slice(start, span.start)))
}

/** A value of the front matter's outermost mapping that stands on one line, without quotes. */
function frontMatterValue(
  text: string,
  { frontMatter }: Facts,
  key: string,
): { text: string; start: number } | undefined {
  if (!frontMatter) return undefined
  const line = new RegExp(`^${key}:(.*)$`, 'm').exec(slice(text, frontMatter.content))
  if (!line) return undefined
  const end = frontMatter.content.start + line.index + line[0].length
  const value = trimmed(text, { start: end - line[1]!.length, end })
  const quotes = /^(["']).*\1$/.test(slice(text, value)) ? 1 : 0
  const inside = trimmed(text, { start: value.start + quotes, end: value.end - quotes })
  return /["']/.test(slice(text, inside)) ? undefined : { text: slice(text, inside), start: inside.start }
}

function trimmed(text: string, span: Span): Span {
  return trimStart(text, trimEnd(text, span))
}
