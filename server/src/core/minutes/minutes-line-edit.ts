import type { Link } from '../syntax/facts.ts'
import { replace, type TextEdit } from '../text/edit.ts'
import { type Span, slice } from '../text/span.ts'
import type { Minutes } from './minutes.ts'
import type { MinutesLine } from './minutes-line.ts'
import { writtenDates } from './written-date.ts'

/**
 * Makes a minutes line say that the minutes stand at `url`: notes that they are not there yet go, bullet, emphasis, the way in which
 * links are written and what else stands behind the link stay.
 */
export function withUrl(minutes: Minutes, line: MinutesLine, url: string): TextEdit {
  const { text } = minutes
  if (line.link && line.link.span.start > line.span.end) return replace(line.link.destination, url)
  if (line.link && line.link.span.start < line.label.start) return labelledWith(text, line, line.link, url)
  const link = line.link ? linkWith(minutes, line.link, url) : linkSource(minutes, url)
  const behind = line.link && !isBehind(line) ? text.slice(line.link.span.end, line.span.end) : ''
  return replace(line.span, `${introduction(text, line)} ${link}${behind}`)
}

/** A minutes line for a section that has none, written as the others of this file are. */
export function newMinutesLine(minutes: Minutes, url: string): string {
  return `Minutes: ${linkSource(minutes, url)}`
}

/** `[Minutes](URL)`, with the note behind it gone. */
function labelledWith(text: string, line: MinutesLine, { destination, span }: Link, url: string): TextEdit {
  const closing = text.slice(destination.end, span.end)
  return replace({ start: destination.start, end: line.note ? line.span.end : span.end }, url + closing)
}

/** The label with its colon and, where the emphasis includes the colon, the end of the emphasis. */
function introduction(text: string, line: MinutesLine): string {
  const label = slice(text, line.label).replace(/^([*_]*)no\s+(?:meeting\s+)?m/i, '$1M')
  const emphasis = /^[*_]*/.exec(label)![0]
  return emphasis && !label.endsWith(emphasis) ? `${label}:${emphasis}` : `${label}:`
}

function linkWith({ text }: Minutes, { kind, span, destination, text: shown }: Link, url: string): string {
  const written = kind === 'inline' ? withDateOf(url, slice(text, shown)) : slice(text, shown)
  const before: Span = { start: shown.end, end: destination.start }
  if (kind === 'inline') return `[${written}${slice(text, before)}${url}${text.slice(destination.end, span.end)}`
  return `${text.slice(span.start, destination.start)}${url}${text.slice(destination.end, span.end)}`
}

/** The text of a link that shows a date shows the new one. */
function withDateOf(url: string, shown: string): string {
  const [old] = writtenDates(shown)
  const [date] = writtenDates(url.slice(url.lastIndexOf('/') + 1))
  if (!old || !date) return shown
  return shown.slice(0, old.span.start) + old.write(date.readings[0]!) + shown.slice(old.span.end)
}

/** `<URL>` where most minutes lines of the file have it so, else the URL alone. */
export function linkSource({ minutesLines }: Minutes, url: string): string {
  const kinds = minutesLines.map((line) => line.link?.kind).filter((kind) => kind === 'autolink' || kind === 'literal')
  return kinds.filter((kind) => kind === 'autolink').length * 2 > kinds.length ? `<${url}>` : url
}

function isBehind({ note, link }: MinutesLine): boolean {
  return note !== undefined && link !== undefined && note.start >= link.span.end
}
