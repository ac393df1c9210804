import type { Facts, ListItem } from '../syntax/facts.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround, nextLine } from '../text/lines.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import type { Scan } from '../text/scan.ts'
import { countUpTo, lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import type { Handle } from './handle.ts'
import { namesIn, type Person, personOf } from './person.ts'
import { endOfProse, type Role } from './role.ts'
import type { Section } from './section.ts'

/** A list of those who were at the meeting, or who were not. */
export interface ParticipantList {
  readonly kind: 'present' | 'absent'
  /** The title of its section, or the label that introduces it. */
  readonly label: Span
  readonly participants: readonly Participant[]
}

/** One entry of the list: mostly one person; a line may name a person and, in brackets, the company, or several people. */
export interface Participant {
  /** Of a list item its line without the bullet, of a line with commas what stands between them, of a table the row. */
  readonly span: Span
  readonly shape: 'item' | 'piece' | 'row'
  /** How deep its list item stands in others. */
  readonly depth: number
  /** Which run of lines it belongs to: a label, a paragraph or a heading between two entries begins another one. */
  readonly group: number
  readonly people: readonly Person[]
  /** Whether it has a box, as the first one of its group has: then a tick says that somebody was there. */
  readonly boxed: boolean
}

const presentWords =
  'partici?pants?|attend(?:ees|ance|ing)|present|in attendance|members present|roll call|who is here|who was here|people|teilnehm(?:er|ende|erinnen|er\\*innen|er:innen)|teilnahme|anwesen(?:d|de|heit)'
const absentWords = 'absent|absences?|excused|apologies|regrets|entschuldigt|abwesend|es fehl(?:t|en)'
const title = new RegExp(`^[^a-z]{0,12}(?::[a-z_]{1,20}:[ ])?(?:(${presentWords})|(${absentWords}))(?![a-zäöüß])`, 'i')
/** How a line begins that may hold a label: what stands before its words, then their first letters. Two patterns cost V8 a tenth of one. */
const lineStart =
  /^[ \t]{0,3}(?:[-*+][ \t]{1,4})?[*_]{0,3}(?=par|att|pre|in |mem|rol|who|peo|tei|anw|abs|exc|apo|reg|ent|abw|es )/gim
const label = new RegExp(
  `((?:(${presentWords})|(${absentWords}))(?![a-zäöüß])[^:\\r\\n@*_|]{0,40})(?:[*_]{0,3}[ \\t]?:[*_]{0,3}|[*_]{2,3}(?=[ \\t]{0,3}$))`,
  'imy',
)
const longestTitle = 90

/** The lists of participants in a text, in its order. */
export function participantsOf(
  scan: Scan,
  facts: Facts,
  sections: readonly Section[],
  handles: readonly Handle[],
  roles: readonly Role[],
): ParticipantList[] {
  const { text } = scan
  const starts: Start[] = []
  for (const { heading, ownEnd } of sections) {
    const match = heading.title.length <= longestTitle ? title.exec(heading.title) : null
    if (!match) continue
    starts.push({
      kind: match[1] ? 'present' : 'absent',
      label: heading.content,
      from: heading.span.end,
      end: ownEnd,
      headed: true,
    })
  }
  for (const lead of scan.matches(lineStart)) {
    const match = matchAt(label, text, endOf(lead))
    if (!match) continue
    const start = match.index
    const from = endOf(match)
    const before = countUpTo(sections, start, ({ heading }) => heading.span.start)
    const isTitle = start < (sections[before - 1]?.heading.span.end ?? 0)
    if (isTitle || isLiteral(facts, start)) continue
    const span = { start, end: start + match[1]!.length }
    starts.push({
      kind: match[2] ? 'present' : 'absent',
      label: span,
      from,
      end: sections[before]?.heading.span.start ?? text.length,
      headed: false,
    })
  }
  starts.sort((a, b) => a.from - b.from)
  return starts.map((start, at) => {
    const end = Math.min(start.end, starts[at + 1]?.label.start ?? text.length)
    const participants = new Entries(text, facts, handles, roles).read({ ...start, end })
    return { kind: start.kind, label: start.label, participants }
  })
}

interface Start {
  readonly kind: ParticipantList['kind']
  readonly label: Span
  readonly from: number
  readonly end: number
  readonly headed: boolean
}

/** Reads the entries of one list, line by line. */
class Entries {
  readonly #text: string
  readonly #facts: Facts
  readonly #handles: readonly Handle[]
  readonly #roles: readonly Role[]
  readonly #found: Participant[] = []
  #group = 0
  /** The first item of the group. */
  #first: ListItem | undefined
  /** Whether the line before ends with a comma: the next one goes on with it. */
  #goesOn = false

  constructor(text: string, facts: Facts, handles: readonly Handle[], roles: readonly Role[]) {
    this.#text = text
    this.#facts = facts
    this.#handles = handles
    this.#roles = roles
  }

  read({ from, end, headed }: Start): Participant[] {
    for (let at = from; at < end; ) {
      const line = lineAround(this.#text, at)
      const isOver = !this.#readLine({ start: at, end: Math.min(endOfProse(this.#text, at), end) }, headed)
      if (isOver && !headed) break
      const next = nextLine(this.#text, line.end)
      if (next <= at) break
      at = next
    }
    return this.#found
  }

  /** Reads one line; `false` where it ends a list without a heading of its own. */
  #readLine(whole: Span, headed: boolean): boolean {
    const line = trimStart(this.#text, trimEnd(this.#text, whole))
    const goesOn = this.#goesOn
    this.#goesOn = false
    const item = this.#itemAt(line.start)
    if (goesOn && !headed && (item || line.start >= line.end)) return false
    if (line.start >= line.end) return true
    if (item && this.#isRole(line)) return true
    if (item) {
      // Behind the list of the participants another one begins: "1. Ropes".
      if (this.#first && item.depth === 0 && this.#isNumbered(item) !== this.#isNumbered(this.#first)) {
        if (!headed) return false
        this.#nextGroup()
      }
      this.#first ??= item
      const span = { start: Math.min(item.content, line.end), end: line.end }
      const boxed = this.#isBoxed(this.#first) && this.#isBoxed(item)
      const people = this.#peopleIn(span)
      this.#found.push({ span, shape: 'item', depth: item.depth, group: this.#group, people, boxed })
      return true
    }
    if (this.#text[line.start] === '|') {
      const people = this.#handlesIn(line)
      if (people.length)
        this.#found.push({ span: line, shape: 'row', depth: 0, group: this.#group, people, boxed: false })
      return true
    }
    if (!goesOn) this.#nextGroup()
    const known = this.#found.length
    this.#readPieces(line)
    this.#goesOn = this.#found.length > known && this.#text[line.end - 1] === ','
    return this.#goesOn || this.#found.length === 0
  }

  /** `@ines-berg, @jonna-v (remote), Tessa van den Berg` */
  #readPieces(line: Span): void {
    const written = slice(this.#text, line)
    // A label, or an arrow from the line above to somebody.
    if (/^(?:[^@,]{1,60}:|[-=]>|→)/.test(written)) return
    let start = line.start
    const pieces: Participant[] = []
    for (const part of written.split(/,(?![^()]{0,60}\))/)) {
      const span = trimStart(this.#text, trimEnd(this.#text, { start, end: start + part.length }))
      start += part.length + 1
      const people = this.#peopleIn(span)
      if (people.length) pieces.push({ span, shape: 'piece', depth: 0, group: this.#group, people, boxed: false })
    }
    this.#found.push(...pieces)
  }

  #nextGroup(): void {
    this.#group += 1
    this.#first = undefined
  }

  #isNumbered({ marker }: ListItem): boolean {
    return /[0-9]/.test(this.#text[marker.start]!)
  }

  #isBoxed({ content }: ListItem): boolean {
    return /^\[[ xX]\][ \t]/.test(this.#text.slice(content, content + 4))
  }

  #peopleIn(span: Span): Person[] {
    const handles = this.#handlesIn(span)
    return handles.length ? handles : namesIn(this.#text, withoutBrackets(this.#text, span))
  }

  #handlesIn({ start, end }: Span): Person[] {
    const startOf = ({ span }: Handle) => span.start
    const first = countUpTo(this.#handles, start - 1, startOf)
    return this.#handles.slice(first, countUpTo(this.#handles, end - 1, startOf)).map(personOf)
  }

  /** "Minute taker: @x" stands in the list and is no entry of it. */
  #isRole({ start, end }: Span): boolean {
    const role = lastUpTo(this.#roles, end, ({ label }) => label.start)
    return role !== undefined && role.label.start >= start
  }

  #itemAt(offset: number) {
    const { items } = this.#facts
    const item = items[countUpTo(items, offset, ({ marker }) => marker.start) - 1]
    return item?.marker.start === offset ? item : undefined
  }
}

/** "Tessa Brandt (Harbour)" is Tessa Brandt. */
function withoutBrackets(text: string, span: Span): Span {
  const bracket = slice(text, span).search(/[[(–]| - /)
  return bracket > 0 ? trimEnd(text, { start: span.start, end: span.start + bracket }) : span
}
