import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'

const longestGap = 20

/** An entry between commas with what goes when it goes: the comma before it, or behind it where it is the first of its line, and a line that holds nothing else. */
export function pieceWithComma(text: string, { start, end }: Span): Span {
  const line = lineAround(text, start)
  const before = text.slice(Math.max(line.start, start - longestGap), start)
  const comma = /,[ \t]*$/.exec(before)
  if (comma) return { start: start - comma[0].length, end }
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end, Math.min(line.end, end + longestGap)))?.[0] ?? ''
  const whole = { start, end: end + behind.length }
  const isAlone = text.slice(line.start, start).trim() === '' && text.slice(whole.end, line.end).trim() === ''
  return isAlone ? { start: start - breakBefore(text, start, behind !== '').length, end: line.end } : whole
}

/** What parts a line from the one before it. The comma there stays where another entry follows. */
function breakBefore(text: string, start: number, isFollowed: boolean): string {
  const gap = isFollowed ? /\r?\n[ \t]{0,9}$/ : /,?[ \t]{0,9}\r?\n[ \t]{0,9}$/
  return gap.exec(text.slice(Math.max(0, start - longestGap), start))?.[0] ?? ''
}
