import type { CheckedFile, CheckedRepository } from '../check-repository.ts'
import { counted } from '../counted.ts'
import { remedyOf } from '../fix.ts'
import { printable } from '../printable.ts'

/** A line that counts what was found and mended. `since` is the revision before which nothing was looked for. */
export function summaryText(repositories: readonly CheckedRepository[], fixed: number, since?: string): string {
  const files = repositories.flatMap((repository) => repository.files)
  if (!files.length) return 'Nothing was checked: no Markdown here can be read, or it is hidden or ignored.\n'
  const mended = fixed ? `${counted(fixed, 'finding')} mended. ` : ''
  const faulty = files.filter((file) => file.findings.length)
  const [fresh, from] = since === undefined ? ['', ''] : ['new ', ` since ${printable(since)}`]
  if (!faulty.length)
    return `${mended}No ${fresh}findings${from} in ${counted(files.length, 'file')}${doubt(repositories)}.\n`
  const found = faulty.reduce((count, { findings }) => count + findings.length, 0)
  return `${mended}${counted(found, `${fresh}finding`)}${from} in ${faulty.length} of ${counted(files.length, 'file')}.${hint(faulty)}\n`
}

/** Whoever checks another folder than they mean must not think that all is well. */
function doubt(repositories: readonly CheckedRepository[]): string {
  if (repositories.some(({ holdsMinutes }) => holdsMinutes)) return ''
  return ', but there are no minutes of meetings here: they are in files whose names are dates, such as harbour/2025-03-12.md'
}

/** How many findings the command line can mend, and how. */
function hint(files: readonly CheckedFile[]): string {
  const remedies = files.flatMap(({ path, findings }) => findings.flatMap((finding) => remedyOf(finding, path) ?? []))
  const safe = remedies.filter(({ isSafe }) => isSafe).length
  const suggested = remedies.length - safe
  if (!safe) return suggested ? ` ${suggested} can be mended with --fix=suggested RULE.` : ''
  return ` ${safe} can be mended with --fix${suggested ? `, ${suggested} with --fix=suggested RULE` : ''}.`
}
