import { type KnownTeam, knownTeams, presentTeams, teamCalled } from '../core/authoring/team.ts'
import type { Repository } from '../core/repository/repository.ts'
import { seriesFolderOf } from '../core/repository/series.ts'
import { meantName } from '../core/text/nearest-name.ts'
import { systemClock } from './clock.ts'
import { Misuse } from './misuse.ts'
import { printableStart } from './printable.ts'
import { whereMinutesAre } from './where-minutes-are.ts'

export const noMinutes = `There are no minutes here. Write the first ones by hand. ${whereMinutesAre}`

/** The team whose minutes stand in the current folder, or the only one. */
export function teamHere(path: string, repository: Repository): KnownTeam {
  const here = knownTeams(repository).find(({ folder }) => folder === path || folder === seriesFolderOf(`${path}/x`))
  if (here) return here
  const teams = presentTeams(repository, systemClock.today())
  if (!teams.length) throw new Misuse(noMinutes)
  if (teams.length === 1) return teams[0]!
  throw new Misuse(`Name a team. ${listed(teams)}`)
}

/** The team that is called so, or whose minutes stand at a path. */
export function teamNamed(words: string, path: string, repository: Repository): KnownTeam {
  const today = systemClock.today()
  const team = teamCalled(words, repository, today) ?? knownTeams(repository).find(({ folder }) => folder === path)
  if (team) return team
  const teams = presentTeams(repository, today)
  if (!teams.length) throw new Misuse(noMinutes)
  const names = teams.flatMap(({ name, folder }) => [name, folder])
  throw new Misuse(`There is no team "${words}" that has minutes. ${meantName(words, names, listed(teams))}`)
}

/** The teams, or the series of reports, that may be named, for a message. */
export function listed(teams: readonly KnownTeam[], what: 'teams' | 'series' = 'teams'): string {
  return `The ${what} are, those with the newest minutes first:\n${teams.map((team) => `  ${printableStart(titleOf(team))}\n`).join('')}`
}

/** A team with the folder of its minutes, unless it is called like it. */
export function titleOf({ name, folder }: KnownTeam): string {
  return name === folder ? name : `${name} (${folder || '.'})`
}
