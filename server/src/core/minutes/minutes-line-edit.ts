import type { Link } from '../syntax/facts.ts'
import { replace, type TextEdit } from '../text/edit.ts'
import { nameOf } from '../text/path.ts'
import { slice } from '../text/span.ts'
import { decoded } from './forge-url.ts'
import type { Minutes } from './minutes.ts'
import type { MinutesLine } from './minutes-line.ts'
import { sayingOf } from './not-yet.ts'
import { writtenDates } from './written-date.ts'

/**
 * Makes a minutes line say that the minutes stand at `url`: notes that they are not there yet go, bullet, emphasis, the way in which
 * links are written and what else stands behind the link stay.
 */
export function withUrl(minutes: Minutes, line: MinutesLine, url: string): TextEdit {
  const { text } = minutes
  const { link, span } = line
  if (!link) return replace(span, `${introduction(text, line)} ${linkSource(minutes, url)}`)
  if (link.span.start > span.end) return replace(link.destination, url)
  if (link.span.start < line.label.start) return labelledWith(text, line, link, url)
  const before = hasNote(line, 'before') ? `${introduction(text, line)} ` : text.slice(span.start, link.span.start)
  return replace(span, before + linkWith(minutes, link, url) + behindLink(text, line, link))
}

/** Makes a minutes line wait for its link. */
export function withoutUrl({ text }: Minutes, line: MinutesLine): TextEdit {
  const { link, span } = line
  const start = link ? Math.min(span.start, link.span.start) : span.start
  return replace({ start, end: span.end }, introduction(text, line))
}

/** The minutes line of a team whose minutes are not there yet, where nothing shows how the report would say it. */
export const waitingNote = 'Minutes: none yet'

/** A minutes line for a section that has none, written as the others of this file are. */
export function newMinutesLine(minutes: Minutes, url: string): string {
  return `Minutes: ${linkSource(minutes, url)}`
}

/** `[Minutes](URL)`, without the notes in the link's text and behind it. */
function labelledWith(text: string, line: MinutesLine, link: Link, url: string): TextEdit {
  const shown = hasNote(line, 'before') ? '' : text.slice(line.label.end, link.text.end)
  const middle = text.slice(link.text.end, link.destination.start)
  const closing = text.slice(link.destination.end, link.span.end)
  const newText = `${shown}${middle}${url}${closing}${behindLink(text, line, link)}`
  return replace({ start: line.label.end, end: line.span.end }, newText)
}

/** What stands behind the link, without a note: what else a person wrote there stays. */
function behindLink(text: string, line: MinutesLine, link: Link): string {
  const behind = text.slice(link.span.end, line.span.end)
  return hasNote(line, 'behind') || sayingOf(behind) === 'not-yet' ? '' : behind
}

/** The label with its colon and, where the emphasis includes the colon, the end of the emphasis. */
function introduction(text: string, line: MinutesLine): string {
  const label = slice(text, line.label).replace(
    /^([*_]*)(?:no|kein|noch kein)\s+(?:meeting\s+)?([mp])/i,
    (_, marks, letter) => marks + letter.toUpperCase(),
  )
  const emphasis = /^[*_]*/.exec(label)![0]
  return emphasis && !label.endsWith(emphasis) ? `${label}:${emphasis}` : `${label}:`
}

function linkWith(minutes: Minutes, { kind, span, destination, text: shown }: Link, url: string): string {
  const { text } = minutes
  const words = slice(text, shown)
  // The destination of a reference stands elsewhere, and others may use it too.
  if (kind === 'reference')
    return saysOldTarget.test(words) ? linkSource(minutes, url) : `[${withDateOf(url, words)}](${url})`
  if (kind !== 'inline') return text.slice(span.start, destination.start) + url + text.slice(destination.end, span.end)
  if (saysOldTarget.test(words) || sayingOf(words) === 'not-yet') return linkSource(minutes, url)
  return `[${withDateOf(url, words)}${text.slice(shown.end, destination.start)}${url}${text.slice(destination.end, span.end)}`
}

/** The text of a link that names the change or shows the URL itself. */
const saysOldTarget =
  /^(?:(?:PR|MR|pull request|merge request)?\s*[#!]?[0-9]+|PR|MR|pull request|merge request|https?:\S*)$/i

/** Whether the line's link has a text that speaks of a change and of more: it stays, and may be untrue once the link leads elsewhere. */
export function saysMoreOfChange({ text }: Minutes, { link }: MinutesLine): boolean {
  if (!link || (link.kind !== 'inline' && link.kind !== 'reference')) return false
  const words = slice(text, link.text)
  return !saysOldTarget.test(words) && speaksOfChange.test(words)
}

const speaksOfChange = /(?:^|[^a-z])(?:PR|MR|(?:pull|merge)[ -]?requests?)(?![a-z])|[#!][0-9]/i

/** The text of a link that shows a date shows the new one. */
function withDateOf(url: string, shown: string): string {
  const [old] = writtenDates(shown)
  const [date] = writtenDates(url.slice(url.lastIndexOf('/') + 1))
  if (!old || !date) return shown
  return shown.slice(0, old.span.start) + old.write(date.readings[0]!) + shown.slice(old.span.end)
}

/** `<URL>` where most minutes lines of the file have it so, else the URL alone. A path is no link by itself: it gets the day as its text. */
export function linkSource({ minutesLines }: Minutes, url: string): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return `[${dayOrName(url)}](${url})`
  const kinds = minutesLines.map((line) => line.link?.kind).filter((kind) => kind === 'autolink' || kind === 'literal')
  return kinds.filter((kind) => kind === 'autolink').length * 2 > kinds.length ? `<${url}>` : url
}

function dayOrName(path: string): string {
  const name = decoded(nameOf(path))
  return writtenDates(name)[0]?.readings[0] ?? name
}

function hasNote({ note, link }: MinutesLine, where: 'before' | 'behind'): boolean {
  if (!note || !link) return false
  return note.start >= link.span.end === (where === 'behind')
}
