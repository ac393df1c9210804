import { type PadImage, padImages } from '../../minutes/pad-image.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { lineAround, lineEndOf, nextLine } from '../../text/lines.ts'
import { slice, span } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'pad-image-size',
  title: 'Size of a picture that only the pad understands',
  severity: 'information',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    size: 'Only the pad understands "{size}". On the forge this picture is a line of brackets. Write its size as HTML, which both show, or drop it.',
  },
  *check({ minutes: { text, scan, facts, path }, repository }) {
    for (const image of padImages(scan, facts)) {
      if (repository.habits.sizesPictures) return
      yield {
        span: image.size,
        message: 'size',
        data: { size: slice(text, image.size) },
        fixes: () => fixesOf(image, text, path),
      }
    }
  },
})

function fixesOf(image: PadImage, text: string, path: string): Fix[] {
  const beforeSize = trimEnd(text, span(image.span.start, image.size.start)).end
  return [
    suggestion('Write the size as HTML', path, image.span, htmlOf(image, text) + endOfHtml(image, text)),
    suggestion('Drop the size', path, span(beforeSize, image.span.end - 1), ''),
  ]
}

/** Forge and pad both show `<img>`; its text is plain text, so what Markdown marks would say in it is not lost. */
function htmlOf({ destination, alt, title, width, height }: PadImage, text: string): string {
  const attributes = [
    ['src', slice(text, destination)],
    ['alt', slice(text, alt)],
    ['title', title ? slice(text, title) : ''],
    ['width', withoutUnit(width)],
    ['height', withoutUnit(height)],
  ] as const
  return `<img ${attributes
    .filter(([name, value]) => value || name === 'alt')
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')}>`
}

/** A tag that has its line to itself begins a block of HTML, in which Markdown is text until a blank line comes. */
function endOfHtml({ span: { start, end } }: PadImage, text: string): string {
  const line = lineAround(text, start)
  const isAlone =
    slice(text, span(end, line.end)).trim() === '' && !/[\p{L}]/u.test(slice(text, span(line.start, start)))
  const next = lineAround(text, nextLine(text, line.end))
  return isAlone && slice(text, next).trim() !== '' ? lineEndOf(text) : ''
}

/** A number without a unit means pixels. */
function withoutUnit(length: string): string {
  return length.replace('px', '')
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
