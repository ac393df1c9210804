import type { Allowance } from '../minutes/allowance.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { edit, type FileEdit, type Fix } from '../repository/fix.ts'
import { isLiteral } from '../syntax/literal.ts'
import { lineAround, lineEndOf } from '../text/lines.ts'
import { contains } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'
import type { Finding } from './check.ts'

type Allowed = Pick<Finding, 'rule' | 'span'>

/** The comments by which a writer may say that a finding is wrong: for its line, where that may hold a comment, and for its file. */
export function allowFixes(minutes: Minutes, finding: Allowed): Fix[] {
  const forLine = lineEdit(minutes, finding)
  const fix = (where: string, made: FileEdit): Fix => ({
    title: `Allow ${finding.rule} ${where}`,
    safety: 'suggested',
    edits: [made],
  })
  return [...(forLine ? [fix('in this line', forLine)] : []), fix('in this file', fileEdit(minutes, finding))]
}

function lineEdit({ path, text, facts, allowances }: Minutes, { rule, span }: Allowed): FileEdit | undefined {
  const line = lineAround(text, span.start)
  const own = allowances.find(({ wholeFile, reach }) => !wholeFile && reach.start === line.start)
  if (own) return extended(path, own, rule)
  const { end } = trimEnd(text, line)
  // In code a comment would be text, and an empty line is none of a paragraph.
  if (end === line.start || isLiteral(facts, end) || isLiteral(facts, end - 1)) return undefined
  // What stands behind the definition of a link ends it.
  if (facts.links.some((link) => link.kind === 'definition' && contains(line, link.span))) return undefined
  return edit(path, { start: end, end }, ` <!-- minutes-allow ${rule} -->`)
}

function fileEdit({ path, text, facts, allowances }: Minutes, { rule }: Allowed): FileEdit {
  const own = allowances.find(({ wholeFile }) => wholeFile)
  if (own) return extended(path, own, rule)
  const start = facts.frontMatter?.span.end ?? (text.startsWith('\ufeff') ? 1 : 0)
  const lineEnd = lineEndOf(text)
  const comment = `<!-- minutes-allow-file ${rule} -->`
  return edit(path, { start, end: start }, facts.frontMatter ? lineEnd + comment : comment + lineEnd)
}

function extended(path: string, { end }: Allowance, rule: string): FileEdit {
  return edit(path, { start: end, end }, ` ${rule}`)
}
