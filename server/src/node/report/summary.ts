import type { CheckedRepository } from '../check-repository.ts'
import { counted } from '../counted.ts'

/** A line that counts what was found and mended. */
export function summaryText(repositories: readonly CheckedRepository[], fixed: number): string {
  const files = repositories.flatMap((repository) => repository.files)
  const findings = files.flatMap((file) => file.findings)
  const mended = fixed ? `${counted(fixed, 'finding')} mended. ` : ''
  if (!findings.length) return `${mended}No findings in ${counted(files.length, 'file')}.\n`
  const mendable = findings.filter((finding) => finding.fixes().some(({ safety }) => safety === 'safe')).length
  const hint = mendable ? ` ${mendable} can be mended with --fix.` : ''
  const faulty = files.filter((file) => file.findings.length).length
  return `${mended}${counted(findings.length, 'finding')} in ${faulty} of ${counted(files.length, 'file')}.${hint}\n`
}
