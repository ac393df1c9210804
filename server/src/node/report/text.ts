import { join, relative, sep } from 'node:path'
import { styleText } from 'node:util'
import type { Finding } from '../../core/rules/check.ts'
import { LineIndex } from '../../core/text/lines.ts'
import type { CheckedFile } from '../check-repository.ts'
import { remedyOf } from '../fix.ts'
import { printable, printableStart } from '../printable.ts'
import type { ReportFormat } from './report.ts'
import { summaryText } from './summary.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const
const widestLine = 160

/**
 * The format for people:
 *
 *     harbour/20230208.md:1:3 warning date-mismatch
 *       These minutes are dated 2023-02-15, but …
 *       1 | # 2023-02-15
 *         |   ^^^^^^^^^^
 *         = --fix=suggested date-mismatch: Change the date to 2023-02-08
 */
export const textReport: ReportFormat = (repositories, { cwd, colours, summary, fixed, since }) => {
  const paint: Paint = colours ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
  const found = repositories.flatMap(({ root, files }) =>
    files.flatMap((file) => {
      // A terminal opens what is named from where one stands.
      const shown = relative(cwd, join(root, file.path)).split(sep).join('/')
      const lines = new LineIndex(file.text)
      return file.findings.map((finding) => findingText(file, shown, finding, lines, paint))
    }),
  )
  return found.join('') + (summary ? summaryText(repositories, fixed, since) : '')
}

function findingText(
  { path, text }: CheckedFile,
  shown: string,
  finding: Finding,
  lines: LineIndex,
  paint: Paint,
): string {
  const line = lines.lineAt(finding.span.start)
  const { start, end } = lines.span(line)
  const from = firstShown(start, end, finding.span.start)
  const number = String(line + 1)
  const margin = ' '.repeat(number.length)
  const to = Math.min(end, from + widestLine)
  const cut = from > start ? '…' : ''
  const source = cut + printable(text.slice(from, to))
  const width = Math.max(1, Math.min(finding.span.end, to) - finding.span.start)
  const indent = source.slice(0, cut.length + finding.span.start - from).replace(/[^\t]/g, ' ')
  const style = severityStyles[finding.severity]
  return [
    `${paint('bold', `${printableStart(shown)}:${number}:${finding.span.start - start + 1}`)} ${paint(style, finding.severity)} ${paint('dim', finding.rule)}`,
    `  ${printableStart(finding.message)}`,
    `  ${paint('dim', `${number} |`)} ${source}`,
    `  ${paint('dim', `${margin} |`)} ${indent}${paint(style, '^'.repeat(width))}`,
    ...remedyLines(finding, path, margin, paint),
    '\n',
  ].join('\n')
}

/** By which option of the command line a finding is mended, and how. */
function remedyLines(finding: Finding, path: string, margin: string, paint: Paint): string[] {
  const remedy = remedyOf(finding, path)
  if (!remedy) return []
  const option = remedy.isSafe ? '--fix' : `--fix=suggested ${finding.rule}`
  return [`  ${paint('dim', `${margin} =`)} ${paint('bold', option)}: ${printable(remedy.title)}`]
}

/** Where the shown part of a line begins: a long line is cut, so that the finding is seen. */
function firstShown(start: number, end: number, finding: number): number {
  return end - start <= widestLine || finding - start < widestLine / 2 ? start : finding - widestLine / 4
}
