import type { FileEdit, Fix } from '../../core/repository/fix.ts'
import type { Finding } from '../../core/rules/check.ts'
import { printableJson } from '../printable.ts'
import { Places } from './places.ts'
import type { ReportFormat } from './report.ts'

/**
 * The format for programs: lines and columns count from 1, columns in UTF-16 units, paths are relative to the repository. Where several
 * repositories are checked, `root` says to which one a finding belongs.
 */
export const jsonReport: ReportFormat = (repositories) => {
  const findings = repositories.flatMap((repository) => {
    const places = new Places(repository)
    return repository.files.flatMap(({ path, findings }) =>
      findings.map((finding) => ({
        ...(repositories.length > 1 && { root: repository.root }),
        ...findingToJson(path, finding, places),
      })),
    )
  })
  const files = repositories.reduce((count, repository) => count + repository.files.length, 0)
  return `${printableJson({ version: 1, files, findings })}\n`
}

function findingToJson(file: string, finding: Finding, places: Places) {
  const { rule, severity, message, span } = finding
  return {
    file,
    rule,
    severity,
    message,
    range: places.range(file, span),
    fixes: finding.fixes().map((fix) => fixToJson(fix, places)),
  }
}

function fixToJson({ title, safety, edits, rename, save }: Fix, places: Places) {
  const changes = edits.map((edit) => editToJson(edit, places))
  return { title, safety, edits: changes, ...(rename && { rename }), ...(save && { save }) }
}

function editToJson({ path, span, newText }: FileEdit, places: Places) {
  return { file: path, range: places.range(path, span), newText }
}
