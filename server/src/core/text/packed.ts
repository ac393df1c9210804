import type { Span } from './span.ts'

/**
 * Whole numbers from 0 on as one text, which takes a few bytes where a list takes eight for each, and fifty for itself. A number is a
 * character; a larger one is several, all but the last being the largest that there is.
 */
export function packed(numbers: readonly number[]): string {
  const codes: number[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest >= largest; rest -= largest) codes.push(largest)
    codes.push(rest)
  }
  let text = ''
  for (let at = 0; at < codes.length; at += atOnce) text += String.fromCharCode(...codes.slice(at, at + atOnce))
  return text
}

export function unpacked(text: string): number[] {
  const numbers: number[] = []
  let number = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    number += code
    if (code === largest) continue
    numbers.push(number)
    number = 0
  }
  return numbers
}

export function packedSpans(spans: readonly Span[]): string {
  return packed(spans.flatMap(({ start, end }) => [start, end - start]))
}

export function unpackedSpans(text: string): Span[] {
  const numbers = unpacked(text)
  const spans: Span[] = []
  for (let at = 0; at < numbers.length; at += 2)
    spans.push({ start: numbers[at]!, end: numbers[at]! + numbers[at + 1]! })
  return spans
}

/** A function takes as many arguments. */
const atOnce = 8192
const largest = 0xffff
