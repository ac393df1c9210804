import type { Encoding } from '../../server/src/lsp/units.ts'

export const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32']

/** How many units a text has, counted by what Node knows of it. */
export function lengthIn(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text)
  return encoding === 'utf-16' ? text.length : [...text].length
}

/** Whether an offset lies between the halves of a character, or of a line end, where no position leads. */
export function isWithin(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]|^\r\n/.test(text.slice(offset - 1, offset + 1))
}
