import { packed, unpacked } from './packed.ts'
import type { Span } from './span.ts'

const lineFeed = 10
const carriageReturn = 13

/** Where the lines of a text begin, without the text. Lines end with LF, CRLF or CR, as in CommonMark and LSP, and count from 0. */
export abstract class Lines {
  protected abstract readonly starts: Uint32Array
  readonly #length: number

  protected constructor(length: number) {
    this.#length = length
  }

  get count(): number {
    return this.starts.length
  }

  /** The number of the line that holds an offset; offsets outside of the text count as its ends. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if (this.start(middle) <= offset) low = middle
      else high = middle
    }
    return low
  }

  /** The offset of a line's first character; that of the text's end for a line behind the last. */
  start(line: number): number {
    return this.starts[line] ?? this.#length
  }

  /** The offset at which the next line starts, or the text ends. */
  end(line: number): number {
    return this.start(line + 1)
  }
}

/** Those of a text that is not at hand. They are kept of all files, and asked for of few: until then a line takes a byte, or two where one is long. */
export class LineStarts extends Lines {
  /** The lengths of all lines but the last. */
  readonly #packed: string
  #unpacked: Uint32Array | undefined

  constructor(text: string) {
    super(text.length)
    this.#packed = packed(lineLengths(text))
  }

  protected get starts(): Uint32Array {
    this.#unpacked ??= startsOf(unpacked(this.#packed))
    return this.#unpacked
  }
}

/** The lines of a text. */
export class LineIndex extends Lines {
  protected readonly starts: Uint32Array
  readonly #text: string

  constructor(text: string) {
    super(text.length)
    this.#text = text
    this.starts = startsOf(lineLengths(text))
  }

  /** A line without its line end. */
  span(line: number): Span {
    const start = this.start(line)
    let end = this.start(line + 1)
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end -= 1
    return { start, end }
  }
}

/** The line that holds an offset, without its line end; no index is needed. */
export function lineAround(text: string, offset: number): Span {
  let start = offset
  let end = offset
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1
  return { start, end }
}

/** What stands on the line before an offset, but no more than `most` characters: on a long line the beginning is not looked for. */
export function lineBefore(text: string, offset: number, most: number): Span {
  let start = offset
  while (start > 0 && offset - start < most && !isLineEnd(text.charCodeAt(start - 1))) start -= 1
  return { start, end: offset }
}

/** What stands on the line from an offset on, but no more than `most` characters: on a long line the end is not looked for. */
export function lineBehind(text: string, offset: number, most: number): Span {
  let end = offset
  while (end < text.length && end - offset < most && !isLineEnd(text.charCodeAt(end))) end += 1
  return { start: offset, end }
}

/** The end of the line before the one that starts at `start`; 0 for the first line. */
export function lineEndBefore(text: string, start: number): number {
  const isPair = text.charCodeAt(start - 1) === lineFeed && text.charCodeAt(start - 2) === carriageReturn
  return Math.max(0, start - (isPair ? 2 : 1))
}

/** Where the line behind the one that ends at `end` begins. */
export function nextLine(text: string, end: number): number {
  const code = text.charCodeAt(end)
  if (code === carriageReturn && text.charCodeAt(end + 1) === lineFeed) return end + 2
  return isLineEnd(code) ? end + 1 : text.length
}

/** The line end that a text uses, so that what is inserted looks like the rest: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n'
}

/** How long each line is but the last, line end and all. */
function lineLengths(text: string): number[] {
  const lengths: number[] = []
  let start = 0
  const add = (end: number) => {
    lengths.push(end - start)
    start = end
  }
  if (text.includes('\r')) for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) add(index + end.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) add(at + 1)
  return lengths
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (const [line, length] of lengths.entries()) starts[line + 1] = starts[line]! + length
  return starts
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}
