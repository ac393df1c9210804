import { join } from 'node:path'
import { styleText } from 'node:util'
import type { Finding } from '../../core/rules/check.ts'
import { LineIndex } from '../../core/text/lines.ts'
import { type Remedy, remedyOf } from '../fix.ts'
import { printable, printableStart } from '../printable.ts'
import { seenFrom } from '../seen-from.ts'
import { remedyWords } from './remedy-words.ts'
import type { ReportFormat } from './report.ts'
import { summaryText } from './summary.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const
const widestLine = 160

/** A finding in a file, whose path is the one that people see. */
interface Shown {
  readonly path: string
  readonly text: string
  readonly finding: Finding
  readonly remedy: Remedy | undefined
}

/**
 * The format for people:
 *
 *     harbour/20230208.md:1:3 warning date-mismatch
 *       These minutes are dated 2023-02-15, but …
 *       1 | # 2023-02-15
 *         |   ^^^^^^^^^^
 *         = --fix=suggested date-mismatch: Change the date to 2023-02-08
 */
export const textReport: ReportFormat = (repositories, options) => {
  const { cwd, colours } = options
  const paint: Paint = colours ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
  const found = repositories.flatMap(({ root, files }) =>
    files.flatMap((file) => {
      const path = seenFrom(cwd, join(root, file.path))
      const lines = new LineIndex(file.text)
      return file.findings.map((finding) =>
        findingText({ path, text: file.text, finding, remedy: remedyOf(finding, file.path) }, lines, paint),
      )
    }),
  )
  return found.join('') + (options.summary ? summaryText(repositories, options) : '')
}

function findingText({ path, text, finding, remedy }: Shown, lines: LineIndex, paint: Paint): string {
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
    `${paint('bold', `${printableStart(path)}:${number}:${finding.span.start - start + 1}`)} ${paint(style, finding.severity)} ${paint('dim', finding.rule)}`,
    `  ${printableStart(finding.message)}`,
    `  ${paint('dim', `${number} |`)} ${source}`,
    `  ${paint('dim', `${margin} |`)} ${indent}${paint(style, '^'.repeat(width))}`,
    ...(remedy ? [`  ${paint('dim', `${margin} =`)} ${remedyText(remedy, finding.rule, path, paint)}`] : []),
    '\n',
  ].join('\n')
}

function remedyText({ means, title }: Remedy, rule: string, path: string, paint: Paint): string {
  const by = remedyWords(means, rule, plainPath.test(path) ? path : undefined)
  return `${paint('bold', by)}: ${printable(title)}`
}

/** A path below the current folder that every shell takes as it is. */
const plainPath = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/

/** Where the shown part of a line begins: a long line is cut, so that the finding is seen. */
function firstShown(start: number, end: number, finding: number): number {
  return end - start <= widestLine || finding - start < widestLine / 2 ? start : finding - widestLine / 4
}
