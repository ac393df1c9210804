import { compact } from '../collections.ts'
import { type Attendance, attendanceIn } from '../minutes/attendance.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import { emptyItemsOf } from '../minutes/empty-item.ts'
import { type ForgeUrl, parseForgeUrl } from '../minutes/forge-url.ts'
import { issuesOf } from '../minutes/issue.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { MinutesLine } from '../minutes/minutes-line.ts'
import { isInText, isRelativePicture } from '../minutes/picture.ts'
import { pictureAddress } from '../minutes/picture-address.ts'
import type { Role } from '../minutes/role.ts'
import type { Shorthand } from '../minutes/shorthand.ts'
import { isUpload, storedName } from '../minutes/upload.ts'
import { applyEdits, replace } from '../text/edit.ts'
import { LineStarts } from '../text/lines.ts'
import { owned } from '../text/owned.ts'
import { type PackedSpans, packedSpans, unpackedSpans } from '../text/packed.ts'
import { type Span, slice } from '../text/span.ts'
import { actionSummaries, type SummaryAction } from './action-summary.ts'
import { closingSummaries, type SummaryClosing } from './closing-summary.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { handleSummaries, type SummaryHandles } from './handle-summary.ts'
import { issueSummaries, type SummaryIssues } from './issue-summary.ts'
import { SummaryPool } from './summary-pool.ts'
import { templateLinesOf } from './template-lines.ts'

/** What the other files of a repository need to know of one file. It does not hold the file's text. */
export interface Summary extends Fingerprint, SummaryHandles, SummaryIssues {
  readonly path: string
  readonly kind: Minutes['kind']
  readonly deck: boolean
  /** The meeting date; `undefined` also when the path's digits are no date of the calendar. */
  readonly date: IsoDate | undefined
  /** All readings of the dates that the minutes themselves give. */
  readonly statedDates: readonly IsoDate[]
  readonly headings: readonly SummaryHeading[]
  /** The places of their titles, in the same order. */
  readonly headingSpans: PackedSpans
  /** The fragments of the file that a link may name, beside the headings': ids and names in its HTML. */
  readonly htmlAnchors: readonly string[]
  readonly links: readonly SummaryLink[]
  /** The URLs of pictures that are no links of Markdown, but may be those of files of the repository. */
  readonly pictures: readonly SummaryLink[]
  /** Where those of the links lead that lead to a forge. */
  readonly forgeLinks: readonly SummaryForgeLink[]
  readonly minutesLines: readonly SummaryMinutesLine[]
  /** The names under which the pad's pictures that the file shows would be stored. */
  readonly uploads: readonly string[]
  /** The URLs of pictures that the text shows by a path relative to the file. */
  readonly relativePictures: readonly string[]
  readonly roles: readonly SummaryRole[]
  /** Who took part; `undefined` where no list says it. */
  readonly attendance: Attendance | undefined
  /** The numbers that people are told to phone in by, digits alone. */
  readonly dialIns: readonly string[]
  readonly actions: readonly SummaryAction[]
  /** What is told to be done, beside the actions themselves. */
  readonly closings: readonly SummaryClosing[]
  /** How many of the list items are empty. */
  readonly emptyItems: number
  /** Whether a picture has a size that only the pad understands. */
  readonly sizesPictures: boolean
  /** Of a template: the lines that somebody has to replace. */
  readonly templateLines: readonly string[]
  /** The issues that are named without a link. */
  readonly shorthands: readonly Shorthand[]
  readonly lines: LineStarts
}

export interface SummaryForgeLink extends Pick<ForgeUrl, 'repository' | 'refAndPath'> {}

/** Many files have the same ones, and no file has one twice: its anchors differ. */
export interface SummaryHeading {
  readonly title: string
  readonly anchor: string
  readonly depth: number
}

/** Its place is that of the title. */
export interface PlacedHeading extends SummaryHeading, Span {}

/** A link that may lead to a file of the repository. Its place is that of the URL. */
export interface SummaryLink extends Span {
  /** As it is written. */
  readonly url: string
  readonly within: Within
}

/**
 * What stands around a URL, and decides how it may be written: nothing, so that punctuation at its end is that of the sentence; `<` and `>`,
 * between which a path may have blanks; brackets or marks of its own, where brackets stand in pairs; or quotes and the like.
 */
export type Within = 'prose' | 'angles' | 'brackets' | 'quotes'

export interface SummaryMinutesLine {
  /** The titles of the section's heading and of those around it, the innermost first. */
  readonly headings: readonly string[]
  readonly state: MinutesLine['state']
  readonly url: string | undefined
}

/** Who does what for the meeting. */
export interface SummaryRole {
  readonly task: Role['task']
  readonly state: Role['state']
  /** The handles of those who do it, without `@`. */
  readonly handles: readonly string[]
}

export interface SummaryOptions {
  /** Nobody asks for issues by their names, as editors do: what the minutes say of those that they link is left out. No rule needs it. */
  readonly withoutIssues?: boolean
}

/** Summarises minutes. What the summaries of one pool have in common is kept once. */
export function summarise(
  minutes: Minutes,
  { withoutIssues = false }: SummaryOptions = {},
  pool = new SummaryPool(),
): Summary {
  const { path, text, facts } = minutes
  const { links, forgeLinks } = linksOf(minutes)
  const { fingerprint, exact, fullLines } = fingerprintsOf(minutes)
  const { handles, handleSpans, profileSpans } = handleSummaries(minutes, pool)
  const { issues, issueSpans } = issueSummaries(withoutIssues ? [] : issuesOf(text, facts), pool)
  const headings = facts.headings.map(({ title, anchor, depth }) =>
    pool.heading({ title: owned(title), anchor: owned(anchor), depth }),
  )
  // Members that are spread would take more room: V8 keeps them outside of the object.
  return {
    path,
    kind: minutes.kind,
    deck: minutes.deck,
    date: minutes.date?.iso && owned(minutes.date.iso),
    statedDates: pool.list(minutes.statedDates.flatMap((date) => date.readings)),
    headings: compact(headings),
    headingSpans: packedSpans(facts.headings.map(({ content }) => content)),
    htmlAnchors: compact(facts.html.flatMap((span) => htmlAnchors(slice(text, span)))),
    links,
    pictures: compact(picturesBeside(links, minutes)),
    forgeLinks,
    minutesLines: compact(linesOfMinutes(minutes, headings)),
    uploads: compact(uploads(minutes)),
    relativePictures: compact(relativePictures(minutes)),
    handles,
    handleSpans,
    profileSpans,
    roles: compact(rolesOf(minutes, pool)),
    attendance: attendanceOf(minutes),
    dialIns: compact(minutes.dialIns.map(({ number }) => owned(number))),
    issues,
    issueSpans,
    shorthands: compact(minutes.shorthands.map(({ alias, number, span }) => ({ alias: owned(alias), number, span }))),
    lines: new LineStarts(text),
    fingerprint,
    exact,
    fullLines,
    actions: compact(actionSummaries(minutes)),
    closings: compact(closingSummaries(minutes)),
    emptyItems: emptyItemsOf(minutes).length,
    sizesPictures: minutes.pictures.some(({ kind }) => kind === 'sized'),
    templateLines: compact(minutes.kind === 'template' ? templateLinesOf(text) : []),
  }
}

/** Whoever allows a finding does not make another meeting of the minutes, but another text. */
function fingerprintsOf({ text, allowances }: Minutes): Fingerprint {
  const whole = fingerprintOf(text)
  if (!allowances.length) return whole
  const without = applyEdits(
    text,
    allowances.map(({ span }) => replace(span, '')),
  )
  return { ...fingerprintOf(without), exact: whole.exact }
}

/** `headings` are the summaries of the facts' headings. */
function linesOfMinutes(
  { text, facts, minutesLines }: Minutes,
  headings: readonly SummaryHeading[],
): SummaryMinutesLine[] {
  if (!minutesLines.length) return []
  // A long title may stand above many lines: it is copied once. Each section has one of these headings.
  const titles = new Map(facts.headings.map(({ title }, at) => [title, headings[at]!.title]))
  return minutesLines.map(({ section, state, link }) => ({
    headings: titlesAround(section).map((title) => titles.get(title)!),
    state,
    url: link && owned(slice(text, link.destination)),
  }))
}

function rolesOf({ roles }: Minutes, pool: SummaryPool): SummaryRole[] {
  return roles.map(({ task, state, holders }) => {
    const handles = holders.filter(({ isHandle }) => isHandle).map(({ name }) => name)
    return { task, state, handles: pool.list(handles) }
  })
}

function attendanceOf(minutes: Minutes): Attendance | undefined {
  const attendance = attendanceIn(minutes)
  if (!attendance) return undefined
  const { handles, names } = attendance
  return { handles: compact(handles.map(owned)), names: compact(names.map(owned)) }
}

/** The headings of a file with their places. */
export function placedHeadings({ headings, headingSpans }: Summary): PlacedHeading[] {
  const spans = unpackedSpans(headingSpans)
  return headings.map(({ title, anchor, depth }, at) => {
    const { start, end } = spans[at]!
    return { title, anchor, depth, start, end }
  })
}

/** The titles of a section's heading and of those around it, the innermost first. */
export function titlesAround(section: Minutes['sections'][number]): string[] {
  const titles = []
  for (let at: typeof section | undefined = section; at; at = at.parent) titles.push(at.heading.title)
  return titles
}

function linksOf({ text, facts }: Minutes): Pick<Summary, 'links' | 'forgeLinks'> {
  const links: SummaryLink[] = []
  const forgeLinks: SummaryForgeLink[] = []
  for (const link of facts.links) {
    // The destination of a reference is that of its definition, which is in the list itself.
    if (link.kind === 'reference' || link.kind === 'image-reference') continue
    const { start, end } = link.destination
    const url = text.slice(start, end)
    const forge = parseForgeUrl(url)
    if (forge) forgeLinks.push({ repository: owned(forge.repository), refAndPath: owned(forge.refAndPath) })
    if (forge || isPath(url)) links.push({ url: owned(url), start, end, within: withinOf(link, text) })
  }
  return { links: compact(links), forgeLinks: compact(forgeLinks) }
}

function withinOf({ kind, destination }: Minutes['facts']['links'][number], text: string): Within {
  if (kind === 'literal') return 'prose'
  // `<https://…>` has no blanks.
  return kind !== 'autolink' && text[destination.start - 1] === '<' ? 'angles' : 'brackets'
}

function picturesBeside(links: readonly SummaryLink[], { text, pictures }: Minutes): SummaryLink[] {
  const shown = pictures.filter(({ kind }) => kind !== 'image' && kind !== 'link')
  if (!shown.length) return []
  // A URL with a size behind it is a link as well.
  const linked = new Set(links.map(({ start }) => start))
  return shown.flatMap(({ url: { start, end } }): SummaryLink[] => {
    const url = text.slice(start, end)
    return mayLeadHere(url) && !linked.has(start) ? [{ url: owned(url), start, end, within: 'quotes' }] : []
  })
}

function uploads({ text, pictures }: Minutes): string[] {
  const urls = pictures.map((picture) => pictureAddress(picture, text)).filter((url) => isUpload(url, undefined))
  return urls.map((url) => owned(storedName(url)))
}

function relativePictures({ text, pictures }: Minutes): string[] {
  return pictures.flatMap((picture) => {
    const url = pictureAddress(picture, text)
    return isInText(picture) && isRelativePicture(url) ? [owned(url)] : []
  })
}

/** A path, or a URL of a forge. Most links lead elsewhere in the web. */
function mayLeadHere(url: string): boolean {
  return isPath(url) || parseForgeUrl(url) !== undefined
}

function isPath(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)
}

function htmlAnchors(html: string): string[] {
  if (html.startsWith('<!--')) return []
  return [...html.matchAll(htmlAnchor)].map(([, double, single, bare]) => owned(double ?? single ?? bare!))
}

const htmlAnchor = /\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi
