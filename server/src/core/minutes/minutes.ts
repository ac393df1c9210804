import type { Facts, Heading } from '../syntax/facts.ts'
import { skim } from '../syntax/skim.ts'
import { nameOf } from '../text/path.ts'
import { slice } from '../text/span.ts'
import { type Action, actionsOf } from './action.ts'
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
    statedDates: statedDates(text, facts),
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

export function isTemplate(path: string): boolean {
  return /(?:^|[/_.-])templates?(?:[/_.-]|$)/i.test(path)
}

/** Where the title of the meeting may stand: a date in a later heading is one that the meeting spoke of. */
const headingsWithTitle = 2
const aboutOtherDays =
  /\b(?:next|last|previous|until|due|deadline|since|before|after|release|sprint|nächste[rs]?|letzte[rs]?|bis|seit)\b/i

function statedDates(text: string, facts: Facts): WrittenDate[] {
  const front = frontMatterValue(text, facts, 'date')
  if (front) {
    const dates = writtenDates(front.text, front.start)
    if (dates.length) return dates
  }
  for (const heading of facts.headings.slice(0, headingsWithTitle)) {
    const dates = aboutOtherDays.test(heading.title) ? [] : headingDates(text, heading)
    if (dates.length) return dates
  }
  return []
}

function headingDates(text: string, heading: Heading): WrittenDate[] {
  return writtenDates(slice(text, heading.content), heading.content.start)
}

/** A value of the front matter's outermost mapping that stands on one line, without quotes. */
function frontMatterValue(
  text: string,
  { frontMatter }: Facts,
  key: string,
): { text: string; start: number } | undefined {
  if (!frontMatter) return undefined
  const found = new RegExp(`^${key}:[ \\t]*(["']?)([^"'\\r\\n]*)\\1[ \\t]*$`, 'm').exec(
    slice(text, frontMatter.content),
  )
  if (!found) return undefined
  return { text: found[2]!.trim(), start: frontMatter.content.start + found.index + found[0].indexOf(found[2]!) }
}
