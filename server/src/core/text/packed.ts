import type { Span } from './span.ts'

/**
 * Whole numbers from 0 on as one text: two bytes for one below 32,768, four for one below 2^30, or half of that where all are below 256. A list
 * takes up to eight bytes for each, and fifty for itself. A character holds 15 bits, the lowest first, and says by its highest bit whether more follow.
 */
export function packed(numbers: Iterable<number>): string {
  let text = ''
  let codes: number[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest >= limit; rest = Math.floor(rest / limit)) codes.push(limit + (rest % limit))
    codes.push(rest)
    if (codes.length < atOnce) continue
    text += String.fromCharCode(...codes)
    codes = []
  }
  return text + String.fromCharCode(...codes)
}

/** The numbers of a text, or so many of them from the first on. */
export function unpacked(text: string, most = text.length): number[] {
  const numbers: number[] = []
  let number = 0
  let place = 1
  for (let at = 0; at < text.length && numbers.length < most; at += 1) {
    const code = text.charCodeAt(at)
    number += (code % limit) * place
    place *= limit
    if (code >= limit) continue
    numbers.push(number)
    number = 0
    place = 1
  }
  return numbers
}

/** Spans of a text, packed. */
export type PackedSpans = string & { readonly holds: 'spans' }

export function packedSpans(spans: readonly Span[]): PackedSpans {
  return packed(spans.flatMap(({ start, end }) => [start, end - start])) as PackedSpans
}

export function unpackedSpans(spans: PackedSpans): Span[] {
  const numbers = unpacked(spans)
  return Array.from({ length: numbers.length / 2 }, (_, at) => {
    const start = numbers[2 * at]!
    return { start, end: start + numbers[2 * at + 1]! }
  })
}

/** One of the spans, by its place among them, which is there. */
export function unpackedSpan(spans: PackedSpans, at: number): Span {
  const [start, length] = unpacked(spans, 2 * at + 2).slice(-2)
  return { start: start!, end: start! + length! }
}

const limit = 2 ** 15
/** A function takes as many arguments, and some more. */
const atOnce = 4096
