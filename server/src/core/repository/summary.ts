import type { IsoDate } from '../minutes/calendar.ts'
import { type ForgeUrl, parseForgeUrl } from '../minutes/forge-url.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { MinutesLine } from '../minutes/minutes-line.ts'
import { type Span, slice } from '../text/span.ts'

/** What the other files of a repository need to know of one file. It does not hold the file's text. */
export interface Summary {
  readonly path: string
  readonly kind: Minutes['kind']
  readonly deck: boolean
  /** The meeting date; `undefined` also when the path's digits are no date of the calendar. */
  readonly date: IsoDate | undefined
  /** All readings of the dates that the minutes themselves give. */
  readonly statedDates: readonly IsoDate[]
  readonly headings: readonly SummaryHeading[]
  /** The fragments of the file that a link may name, beside the headings': ids and names in its HTML. */
  readonly htmlAnchors: readonly string[]
  readonly links: readonly SummaryLink[]
  /** Those of the links that lead to a forge, taken apart. */
  readonly forgeLinks: readonly ForgeUrl[]
  readonly minutesLines: readonly SummaryMinutesLine[]
  /** Equal for two texts that differ in white space alone. */
  readonly fingerprint: string
  /** How many lines of the text are not blank. */
  readonly fullLines: number
}

export interface SummaryHeading {
  readonly title: string
  readonly anchor: string
  readonly depth: number
}

/** A link that may lead to a file of the repository. */
export interface SummaryLink {
  /** As it is written. */
  readonly url: string
  /** The place of the URL in the text. */
  readonly span: Span
}

export interface SummaryMinutesLine {
  /** The titles of the section's heading and of those around it, the innermost first. */
  readonly headings: readonly string[]
  readonly state: MinutesLine['state']
  readonly url: string | undefined
}

export function summarise(minutes: Minutes): Summary {
  const { path, text, facts } = minutes
  const links = linksOf(minutes)
  return {
    path,
    kind: minutes.kind,
    deck: minutes.deck,
    date: minutes.date?.iso,
    statedDates: minutes.statedDates.flatMap((date) => date.readings),
    headings: facts.headings.map(({ title, anchor, depth }) => ({ title, anchor, depth })),
    htmlAnchors: facts.html.flatMap((span) => htmlAnchors(slice(text, span))),
    links,
    forgeLinks: links.flatMap(({ url }) => (url.startsWith('http') ? (parseForgeUrl(url) ?? []) : [])),
    minutesLines: minutes.minutesLines.map((line) => ({
      headings: titlesAround(line.section),
      state: line.state,
      url: line.link && slice(text, line.link.destination),
    })),
    ...fingerprintOf(text),
  }
}

/** The titles of a section's heading and of those around it, the innermost first. */
export function titlesAround(section: Minutes['sections'][number]): string[] {
  const titles = []
  for (let at: typeof section | undefined = section; at; at = at.parent) titles.push(at.heading.title)
  return titles
}

function linksOf({ text, facts }: Minutes): SummaryLink[] {
  const links: SummaryLink[] = []
  for (const link of facts.links) {
    // The destination of a reference is that of its definition, which is in the list itself.
    if (link.kind === 'reference' || link.kind === 'image-reference') continue
    links.push({ url: slice(text, link.destination), span: link.destination })
  }
  return links
}

function htmlAnchors(html: string): string[] {
  if (html.startsWith('<!--')) return []
  return [...html.matchAll(/\s(?:id|name)=["']([^"']+)["']/g)].map((match) => match[1]!)
}

const space = 32
const lineFeed = 10

/**
 * FNV-1a over the UTF-16 units in two lanes, a run of white space counting as one blank: enough to find candidates among a repository's
 * texts.
 */
function fingerprintOf(text: string): Pick<Summary, 'fingerprint' | 'fullLines'> {
  let low = 0x811c9dc5
  let high = 0x1b873593
  let length = 0
  let fullLines = 0
  let afterBlank = false
  let lineIsFull = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) {
      if (code === lineFeed) lineIsFull = false
      afterBlank = true
      continue
    }
    if (!lineIsFull) fullLines += 1
    lineIsFull = true
    const unit = afterBlank && length ? code + space * 65_536 : code
    afterBlank = false
    length += 1
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  return { fingerprint: `${length}:${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`, fullLines }
}

/** What `\s` fits, told from its number. */
function isBlank(code: number): boolean {
  return code <= space
    ? code === space || (code >= 9 && code <= 13)
    : code >= 160 && /\s/.test(String.fromCharCode(code))
}
