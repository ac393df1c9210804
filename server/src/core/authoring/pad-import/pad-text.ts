import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { wholeNotice } from '../../minutes/pad-notice.ts'
import { pictureName } from '../../minutes/picture.ts'
import { placeholdersOf } from '../../minutes/placeholder.ts'
import { isLiteral } from '../../syntax/literal.ts'
import { spanOfLines } from '../../text/delete-lines.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { slice, span } from '../../text/span.ts'

/**
 * The text of a pad as it is stored: with line ends and blanks of one kind, without the pad's notices, and with the whole URLs of its uploads. `origin` is
 * the pad's scheme and host, or empty. What the text says stays.
 */
export function storedText(path: string, padText: string, origin: string): string {
  const lines = padText.replace(/^\ufeff/, '').replace(/\r\n?|\u2028/g, '\n')
  const text = steps(origin).reduce((text, step) => applyEdits(text, step(readMinutes(path, text))), lines)
  return `${text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`
}

function steps(origin: string): ((minutes: Minutes) => TextEdit[])[] {
  return [withoutNotices, withoutContents, withoutTabs, (minutes) => withWholeUrls(minutes, origin)]
}

function withoutNotices(minutes: Minutes): TextEdit[] {
  const { text } = minutes
  const notices = placeholdersOf(minutes).filter(({ kind, span }) => kind === 'notice' && !isSaid(slice(text, span)))
  const spans = notices.map((notice) => spanOfLines(text, wholeNotice(text, notice.span)))
  // Each goes on to a blank line, so that two may be one.
  return spans.filter(({ start }, at) => !spans[at - 1] || spans[at - 1]!.end <= start).map((gone) => replace(gone, ''))
}

/** An item of a list, and what names somebody, may have been said in the meeting. */
function isSaid(notice: string): boolean {
  return /^[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]|(?<!\w)@\w/.test(notice)
}

/** A table of contents is made of this line by the pad alone. */
const contents = /^ {0,3}\[toc\][ \t]*$/gim

function withoutContents({ text, facts }: Minutes): TextEdit[] {
  // A label of that name makes it a link.
  if (/^ {0,3}\[toc\]:/im.test(text)) return []
  return [...text.matchAll(contents)].flatMap(({ 0: line, index }): TextEdit[] =>
    isLiteral(facts, index + line.indexOf('['))
      ? []
      : [replace(spanOfLines(text, span(index, index + line.length)), '')],
  )
}

const indented = /^[ \t]*\t[ \t]*/gm
const tabStop = 4

/** What is indented by tabs is so by as many blanks as Markdown takes them for. */
function withoutTabs({ text, facts }: Minutes): TextEdit[] {
  return [...text.matchAll(indented)].flatMap(({ 0: white, index }): TextEdit[] => {
    if (isLiteral(facts, index) || isLiteral(facts, index + white.length)) return []
    let column = 0
    for (const character of white) column += character === '\t' ? tabStop - (column % tabStop) : 1
    return [replace(span(index, index + white.length), ' '.repeat(column))]
  })
}

/** Old pads write their uploads without their host. */
function withWholeUrls({ text, pictures }: Minutes, origin: string): TextEdit[] {
  if (!origin) return []
  return pictures.flatMap(({ url }): TextEdit[] => {
    const written = slice(text, url)
    return /^\/(?!\/)/.test(written) && pictureName(written) ? [replace(url, origin + written)] : []
  })
}
