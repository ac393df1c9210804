import type { IsoDate } from '../minutes/calendar.ts'
import type { Repository } from '../repository/repository.ts'

/** A team that has minutes. */
export interface KnownTeam {
  readonly name: string
  /** The folder of its minutes. */
  readonly folder: string
  /** The day of its latest meeting. */
  readonly latest: IsoDate
}

/** The teams that have minutes, by the days of their latest meetings, the latest first. */
export function knownTeams(repository: Repository): KnownTeam[] {
  const teams = repository.seriesFolders.map((folder): KnownTeam => {
    const latest = repository.series(folder)!.meetings.at(-1)!.day
    return { name: repository.teams.nameOf(folder, latest), folder, latest }
  })
  return teams.sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : a.folder < b.folder ? -1 : 1))
}

/** The team that somebody calls by its folder or its name, or as reports call it. */
export function teamCalled(words: string, repository: Repository): KnownTeam | undefined {
  const teams = knownTeams(repository)
  const spelt = words.toLowerCase()
  const named =
    teams.find(({ folder }) => folder === words.replace(/\/+$/, '')) ??
    teams.find(({ name, folder }) => name.toLowerCase() === spelt || folder.toLowerCase() === spelt)
  if (named || !teams.length) return named
  const folders = repository.teams.foldersOf(words, teams[0]!.latest, '', repository.seriesFolders)
  return teams.find(({ folder }) => folders.includes(folder))
}
