import { grouped } from '../collections.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import type { Repository } from '../repository/repository.ts'
import { earliestFirst, type Meeting } from '../repository/series.ts'
import { teamName } from '../repository/team-name.ts'
import { nameOf } from '../text/path.ts'

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
    return { name: teamName(folder, latest, repository), folder, latest }
  })
  return teams.sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : a.folder < b.folder ? -1 : 1))
}

/** The teams that have minutes, each once: in the folder where they stand on a day. */
export function presentTeams(repository: Repository, day: IsoDate): KnownTeam[] {
  const left = unmoved(repository, day)
  return left.filter((team, at) => !left.slice(0, at).some((other) => hasMoved(team, other, repository)))
}

/** The teams but for those of folders that they have left, as the settings say. */
function unmoved(repository: Repository, day: IsoDate): KnownTeam[] {
  return knownTeams(repository).filter(({ folder }) => {
    const now = repository.teams.movedTo(folder, day)
    return now === undefined || !repository.series(now)
  })
}

/** A team, and all folders in which it has met. */
export interface WholeTeam extends KnownTeam {
  /** That in which it meets now first. */
  readonly folders: readonly [string, ...string[]]
}

/** The teams that have minutes, each once: where they meet on a day, and where they met before. */
export function wholeTeams(repository: Repository, day: IsoDate): WholeTeam[] {
  const known = knownTeams(repository)
  const present = presentTeams(repository, day)
  const teamNow = (team: KnownTeam) => {
    const moved = repository.teams.movedTo(team.folder, day)
    const now = known.find(({ folder }) => folder === moved) ?? team
    return (
      present.find(({ folder }) => folder === now.folder) ?? present.find((other) => hasMoved(now, other, repository))
    )
  }
  const foldersOf = grouped(known, (team) => teamNow(team)?.folder)
  return present.map((team) => {
    const others = (foldersOf.get(team.folder) ?? []).filter(({ folder }) => folder !== team.folder)
    return { ...team, folders: [team.folder, ...others.map(({ folder }) => folder)] }
  })
}

/** The meetings of a team in all its folders, in the order of a series. */
export function meetingsOf({ folders }: WholeTeam, repository: Repository): readonly Meeting[] {
  const [only, ...others] = folders
  const { meetings } = repository.series(only)!
  return others.length
    ? [meetings, ...others.map((folder) => repository.series(folder)!.meetings)].flat().sort(earliestFirst)
    : meetings
}

/** The team that somebody calls by its folder or its name, or as reports call it. What has moved until a day is called by its old folder alone. */
export function teamCalled(words: string, repository: Repository, day: IsoDate): KnownTeam | undefined {
  const byFolder = knownTeams(repository).find(({ folder }) => folder === words.replace(/(?<!\/)\/+$/, ''))
  if (byFolder) return byFolder
  const teams = presentTeams(repository, day)
  const spelt = words.toLowerCase()
  const named = teams.find(({ name, folder }) => name.toLowerCase() === spelt || folder.toLowerCase() === spelt)
  if (named || !teams.length) return named
  const folders = repository.teams.foldersOf(words, teams[0]!.latest, '', repository.seriesFolders)
  return teams.find(({ folder }) => folders.includes(folder))
}

/** Whether a team that has moved meets elsewhere by now. Folders that are called alike, such as `harbour/minutes` and `pier/minutes`, are of two teams. */
function hasMoved(before: KnownTeam, now: KnownTeam, { teams }: Repository): boolean {
  const given = teams.nameOf(before.folder, before.latest)
  return given === teams.nameOf(now.folder, now.latest) && given !== nameOf(before.folder)
}
