import { span } from '../text/span.ts'
import type { FrontMatter } from './facts.ts'
import { trimmed } from './line.ts'

const FRONT_MATTER = /---[ \t]*\r?\n(?:[\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/y

/** The front matter that starts at `start`, and where the text behind it begins. */
export function readFrontMatter(text: string, start: number): { frontMatter: FrontMatter | undefined; after: number } {
  FRONT_MATTER.lastIndex = start
  if (!FRONT_MATTER.test(text)) return { frontMatter: undefined, after: start }
  const after = FRONT_MATTER.lastIndex
  const whole = trimmed(text, start, after)
  const first = text.indexOf('\n', start) + 1
  const last = text.lastIndexOf('\n', whole.end - 1)
  const end = Math.max(first, text[last - 1] === '\r' ? last - 1 : last)
  return { frontMatter: { span: whole, content: span(first, end) }, after }
}
