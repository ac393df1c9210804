import type { Facts } from '../syntax/facts.ts'
import { skim } from '../syntax/skim.ts'
import { skimEdited } from '../syntax/skim-edited.ts'
import { stepsBetween } from '../text/edit.ts'
import { nameOf } from '../text/path.ts'
import { Scan } from '../text/scan.ts'
import { type Action, actionsOf } from './action.ts'
import { type Allowance, allowancesOf, withBlanksFor } from './allowance.ts'
import { type DialIn, dialInsOf } from './dial-in.ts'
import { frontMatterValue } from './front-matter.ts'
import { type Handle, handlesOf } from './handle.ts'
import { KnownNames } from './known-names.ts'
import { type MeetingDate, meetingDateOf } from './meeting-date.ts'
import { type MinutesLine, minutesLinesOf } from './minutes-line.ts'
import { type ParticipantList, participantsOf } from './participants.ts'
import { type Picture, picturesOf } from './picture.ts'
import { type Role, rolesOf } from './role.ts'
import { type Section, sectionsOf } from './section.ts'
import { type Shorthand, shorthandsOf } from './shorthand.ts'
import { statedDates } from './stated-dates.ts'
import type { WrittenDate } from './written-date.ts'

/** One Markdown file, read: an immutable value of its path and text. */
export interface Minutes {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly text: string
  /** Where in the text is what patterns fit. */
  readonly scan: Scan
  readonly facts: Facts
  /** `minutes` of a meeting have a date in their path; a `template` is for making others; all other Markdown files are a `page`. */
  readonly kind: 'minutes' | 'template' | 'page'
  readonly date: MeetingDate | undefined
  /** Whether the file is a slide deck. */
  readonly deck: boolean
  readonly sections: readonly Section[]
  readonly minutesLines: readonly MinutesLine[]
  readonly actions: readonly Action[]
  readonly handles: readonly Handle[]
  /** What the writer allows, by comments. */
  readonly allowances: readonly Allowance[]
  readonly pictures: readonly Picture[]
  /** The issues that are named without a link. */
  readonly shorthands: readonly Shorthand[]
  /** Who takes the minutes, who reports, who moderates. */
  readonly roles: readonly Role[]
  /** Who was there, and who was not. */
  readonly participants: readonly ParticipantList[]
  /** The numbers by which people can phone in, with their codes. */
  readonly dialIns: readonly DialIn[]
  /** The dates that the minutes themselves give for the meeting: those of the front matter, or of the first dated heading near the top. */
  readonly statedDates: readonly WrittenDate[]
}

/** Reads one file. It always succeeds, whatever the text. What an edit left as it was in the minutes `before` is not looked for anew. */
export function readMinutes(path: string, text: string, before?: Minutes): Minutes {
  const steps = before && stepsBetween(before.text, text)
  const scan = new Scan(text, steps && { scan: before.scan, steps })
  const facts = steps ? skimEdited(steps, before.facts) : skim(text)
  const sections = sectionsOf(
    facts.headings.filter((heading) => !heading.nested),
    text.length,
  )
  const date = meetingDateOf(path)
  const handles = handlesOf(text, facts)
  const roles = rolesOf(scan, facts, sections, handles)
  const allowances = allowancesOf(text, facts)
  const participants = participantsOf(scan, facts, sections, handles, roles)
  return {
    path,
    text,
    scan,
    facts,
    kind: isTemplate(path) ? 'template' : date ? 'minutes' : 'page',
    date,
    deck: frontMatterValue(text, facts, 'type')?.text === 'slide',
    sections,
    minutesLines: minutesLinesOf(scan, facts, sections),
    actions: actionsOf(withBlanksFor(scan, allowances), facts, new KnownNames(participants, roles)),
    allowances,
    pictures: picturesOf(scan, facts),
    handles,
    shorthands: shorthandsOf(text, facts),
    roles,
    participants,
    dialIns: dialInsOf(scan, facts, sections),
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
