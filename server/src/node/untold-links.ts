import { type Absences, type LinkKind, leadElsewhere } from '../core/repository/absences.ts'

/** The kinds of links, by the rules that tell of those which lead to no file. */
const kinds: Readonly<Record<string, LinkKind>> = {
  'broken-relative-link': 'relativeLinks',
  'broken-minutes-link': 'repositoryLinks',
}

/** How many links lead nowhere, as a sentence, where some in the given files are not told because they are so many; `undefined` where none is. */
export function untoldLinks(
  absences: Absences,
  isReported: (rule: string) => boolean,
  paths: readonly string[],
): string | undefined {
  const untold = Object.entries(kinds).flatMap(([rule, kind]) => {
    const isUntold = isReported(rule) && leadElsewhere(absences[kind])
    return isUntold && paths.some((path) => absences.hasMissing(kind, path)) ? absences[kind] : []
  })
  if (!untold.length) return undefined
  const missing = untold.reduce((sum, count) => sum + count.missing, 0)
  const all = untold.reduce((sum, count) => sum + count.present, missing)
  return `${missing} of ${all} links to files lead nowhere, so files must have been moved or left out: single ones are not told.`
}
