import { span } from '../text/span.ts'
import type { Link } from './facts.ts'

const LABEL = '\\[(?!\\^)([ \\t]*[^\\s[\\]][^[\\]\\n]*)\\]'
const TITLE = `"[^"\\n]*"|'[^'\\n]*'|\\([^()\\n]*\\)`
const DEFINITION = new RegExp(
  `${LABEL}:[ \\t]*(?:\\r?\\n[ \\t]*)?(?:<([^<>\\n]*)>|([^\\s<]\\S*))(?:[ \\t]+(?:${TITLE}))?(?=[ \\t\\r]*(?:\\n|$))`,
  'dy',
)

/** The link reference definition that starts at `start` and has its line to itself. Its URL may stand on the next line. */
export function definitionAt(text: string, start: number): Link | undefined {
  DEFINITION.lastIndex = start
  const match = text[start] === '[' ? DEFINITION.exec(text) : null
  if (!match) return undefined
  const [whole, label, angled, plain] = match.indices!.map((at) => at && span(at[0], at[1]))
  return { kind: 'definition', span: whole!, text: label!, destination: (angled ?? plain)! }
}

/** What `[Label]` and `[ label ]` have in common, so that references find their definition. */
export function referenceKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}
