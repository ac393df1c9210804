import type { Finding } from '../../core/rules/check.ts'
import type { CheckedFile, CheckedRepository } from '../check-repository.ts'
import { counted } from '../counted.ts'
import { isMendable } from '../fix.ts'
import { printable } from '../printable.ts'

/** A line that counts what was found and mended. `since` is the revision before which nothing was looked for. */
export function summaryText(repositories: readonly CheckedRepository[], fixed: number, since?: string): string {
  const files = repositories.flatMap((repository) => repository.files)
  if (!files.length) return 'Nothing was checked: there is no Markdown here, or it is hidden or ignored.\n'
  const mended = fixed ? `${counted(fixed, 'finding')} mended. ` : ''
  const faulty = files.filter((file) => file.findings.length)
  const [fresh, from] = since === undefined ? ['', ''] : ['new ', ` since ${printable(since)}`]
  if (!faulty.length) return `${mended}No ${fresh}findings${from} in ${counted(files.length, 'file')}.\n`
  const found = faulty.reduce((count, { findings }) => count + findings.length, 0)
  return `${mended}${counted(found, `${fresh}finding`)}${from} in ${faulty.length} of ${counted(files.length, 'file')}.${hint(faulty)}\n`
}

/** How many findings the command line can mend, and how. */
function hint(files: readonly CheckedFile[]): string {
  const safe = countIn(files, isSafe)
  const suggested = countIn(files, (finding, path) => !isSafe(finding) && isMendable(finding, path))
  if (!safe) return suggested ? ` ${suggested} can be mended with --fix=suggested RULE.` : ''
  return ` ${safe} can be mended with --fix${suggested ? `, ${suggested} with --fix=suggested RULE` : ''}.`
}

function countIn(files: readonly CheckedFile[], counts: (finding: Finding, path: string) => boolean): number {
  return files.reduce((sum, { path, findings }) => sum + findings.filter((each) => counts(each, path)).length, 0)
}

function isSafe(finding: Finding): boolean {
  return finding.fixes().some(({ safety }) => safety === 'safe')
}
