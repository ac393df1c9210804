import type { Facts } from '../syntax/facts.ts'
import { slice } from '../text/span.ts'
import { trim } from '../text/trim.ts'

/** A value of the front matter's outermost mapping that stands on one line, without quotes. */
export function frontMatterValue(
  text: string,
  { frontMatter }: Facts,
  key: string,
): { text: string; start: number } | undefined {
  if (!frontMatter) return undefined
  const line = new RegExp(`^${key}:(.*)$`, 'm').exec(slice(text, frontMatter.content))
  if (!line) return undefined
  const end = frontMatter.content.start + line.index + line[0].length
  const value = trim(text, { start: end - line[1]!.length, end })
  const quotes = /^(["']).*\1$/.test(slice(text, value)) ? 1 : 0
  const inside = trim(text, { start: value.start + quotes, end: value.end - quotes })
  return /["']/.test(slice(text, inside)) ? undefined : { text: slice(text, inside), start: inside.start }
}
