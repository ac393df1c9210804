import { countsOf } from '../../core/collections.ts'
import type { CheckedFile, CheckedRepository } from '../check-repository.ts'
import { counted } from '../counted.ts'
import { type Remedy, remedyOf } from '../fix.ts'
import { printable } from '../printable.ts'
import { allMeans, remedyWords } from './remedy-words.ts'
import type { ReportOptions } from './report.ts'

/** A line that counts what was found and mended. */
export function summaryText(
  repositories: readonly CheckedRepository[],
  { fixed, since, rules }: Pick<ReportOptions, 'fixed' | 'since' | 'rules'>,
): string {
  const files = repositories.flatMap((repository) => repository.files)
  if (!files.length)
    return 'Nothing was checked: there is no Markdown that can be read and that is neither hidden nor ignored.\n'
  const mended = fixed ? `${counted(fixed, 'finding')} mended. ` : ''
  const faulty = files.filter((file) => file.findings.length)
  const [fresh, from] = since === undefined ? ['', ''] : ['new ', ` since ${printable(since)}`]
  const which = (rules.length ? ` of ${rules.join(', ')}` : '') + from
  if (!faulty.length) return `${mended}No ${fresh}findings${which} in ${counted(files.length, 'file')}.\n`
  const found = faulty.reduce((count, { findings }) => count + findings.length, 0)
  return `${mended}${counted(found, `${fresh}finding`)}${which} in ${faulty.length} of ${counted(files.length, 'file')}.${hint(faulty)}\n`
}

/** How many findings can be mended, and by what. */
function hint(files: readonly CheckedFile[]): string {
  const remedies = files.flatMap(({ path, findings }) => findings.flatMap((finding) => remedyOf(finding, path) ?? []))
  const counts = countsOf(remedies.map(({ means }) => means))
  const told = allMeans.filter((means) => counts.has(means))
  const parts = told.map((means, at) => `${counts.get(means)} ${at ? '' : 'can be mended '}${by(means)}`)
  return parts.length ? ` ${parts.join(', ')}.` : ''
}

function by(means: Remedy['means']): string {
  return means === 'editor' ? remedyWords(means) : `with ${remedyWords(means)}`
}
