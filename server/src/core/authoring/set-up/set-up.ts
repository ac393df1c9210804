import type { Repository } from '../../repository/repository.ts'
import { nameOf } from '../../text/path.ts'
import type { NewFile } from '../new-minutes/new-minutes.ts'
import { reportSeries } from '../report-draft/report-series.ts'
import { knownTeams } from '../team.ts'

/**
 * `.minutes.json` with what the files leave no doubt of: where the forge is, which series report on others, and the teams whose names reports give.
 * `path` is that of the file.
 */
export function settingsFileFor(repository: Repository, path: string): NewFile {
  const { forge } = repository
  const reports = reportSeries(repository).map(({ folder }) => folder)
  const teams = knownTeams(repository).filter(
    ({ name, folder }) => !reports.includes(folder) && name !== (nameOf(folder) || repository.name),
  )
  const settings = {
    ...(forge && { forge: forge.url, branch: forge.branch }),
    ...(reports.length && { reports: reports.sort().map(writtenFolder) }),
    ...(teams.length && {
      teams: teams.sort(byFolder).map(({ name, folder }) => ({ name, folder: writtenFolder(folder) })),
    }),
  }
  const text = `${JSON.stringify(settings, null, 2)}\n`
  return { path, text, cursor: text.indexOf('\n') }
}

/** Whether settings say nothing, as before the first minutes. */
export function saysNothing({ text }: NewFile): boolean {
  return text === '{}\n'
}

/** As settings name it. */
function writtenFolder(folder: string): string {
  return folder || '.'
}

function byFolder(one: { readonly folder: string }, other: { readonly folder: string }): number {
  return one.folder < other.folder ? -1 : 1
}
