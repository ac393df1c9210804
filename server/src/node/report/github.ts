import type { Finding } from '../../core/rules/check.ts'
import type { Span } from '../../core/text/span.ts'
import { printable } from '../printable.ts'
import { Checkout } from './checkout.ts'
import { Places } from './places.ts'
import type { ReportFormat } from './report.ts'
import { summaryText } from './summary.ts'

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const

/**
 * Workflow commands, of which GitHub makes annotations in a pull request:
 *
 *     ::warning file=harbour/20230208.md,line=1,endLine=1,col=3,endColumn=12,title=date-mismatch::These minutes are …
 *
 * Paths are relative to the checkout, and what a command or its values end with is escaped.
 */
export const githubReport: ReportFormat = (repositories, options) => {
  const annotations = repositories.flatMap((repository) => {
    const checkout = new Checkout(repository.root)
    const places = new Places(repository)
    return repository.files.flatMap(({ path, findings }) =>
      findings.map((finding) =>
        annotation(finding, { file: checkout.path(path), ...area(places, path, finding.span) }),
      ),
    )
  })
  return annotations.join('') + (options.summary ? summaryText(repositories, options) : '')
}

function annotation({ rule, severity, message }: Finding, place: Record<string, string | number>): string {
  const properties = Object.entries({ ...place, title: rule }).map(([name, value]) => `${name}=${property(`${value}`)}`)
  return `::${commands[severity]} ${properties.join(',')}::${data(message)}\n`
}

/** GitHub counts the last column in, and takes columns only where they are on one line. */
function area(places: Places, path: string, span: Span): Record<string, number> {
  const { start, end } = places.range(path, span)
  if (start.line !== end.line) return { line: start.line, endLine: end.line }
  const endColumn = Math.max(start.column, end.column - 1)
  return { line: start.line, endLine: end.line, col: start.column, endColumn }
}

function data(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
