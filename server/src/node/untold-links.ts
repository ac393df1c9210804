import { type LinkCount, type LinkKind, leadElsewhere } from '../core/repository/absences.ts'
import type { Workspace } from '../core/workspace.ts'

/** The kinds of links, by the rules that tell of those which lead to no file. */
const kinds: Readonly<Record<string, LinkKind>> = {
  'broken-relative-link': 'relativeLinks',
  'broken-minutes-link': 'repositoryLinks',
}

/** How many links there are of the kinds of which some in the given files are not told, because so many lead nowhere; `undefined` where all are. */
export function untoldLinks(
  workspace: Workspace,
  isAskedFor: (rule: string) => boolean,
  paths: readonly string[],
): LinkCount | undefined {
  const { absences } = workspace.repository
  const untold = Object.entries(kinds).flatMap(([rule, kind]) => {
    const isSilent = isAskedFor(rule) && !workspace.isOff(rule) && leadElsewhere(absences[kind])
    return isSilent && paths.some((path) => absences.hasMissing(kind, path)) ? absences[kind] : []
  })
  if (!untold.length) return undefined
  const sum = (part: keyof LinkCount) => untold.reduce((all, count) => all + count[part], 0)
  return { present: sum('present'), missing: sum('missing') }
}

/** Why a rule is silent, as a sentence, which names the folder if one is given. */
export function untoldNote({ present, missing }: LinkCount, folder: string | undefined): string {
  const links = `${missing} of ${present + missing} links to files${folder === undefined ? '' : ` in ${folder}`}`
  return `${links} lead nowhere, so files must have been moved or left out: single ones are not told.`
}
