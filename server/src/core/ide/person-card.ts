import { countsOf, getOrInsert } from '../collections.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import type { Person } from '../repository/person.ts'
import type { Repository } from '../repository/repository.ts'
import { latestFirst, type Meeting, seriesFolderOf } from '../repository/series.ts'
import { teamName } from '../repository/team-name.ts'

/** What there is to tell of a person. */
export interface PersonCard {
  /** What people call them, where `.minutes.json` says it. */
  readonly name: string | undefined
  readonly handle: string
  /** The names of the teams in whose meetings they take part, the most frequent first. */
  readonly teams: readonly string[]
  /** The last meetings that they took part in, the latest first. */
  readonly meetings: readonly { readonly day: IsoDate; readonly team: string; readonly path: string }[]
}

const mostTeams = 4
const mostMeetings = 5
/** Whoever was at one meeting of a team is a guest there, unless they were at no other. */
const guest = 1

export function personCard(person: Person, repository: Repository): PersonCard {
  const attended = attendedBy(person, repository)
  // A folder's team is called as it was called last: names are dear to find.
  const names = new Map<string, string>()
  const teamOf = ({ path, day }: Pick<Meeting, 'path' | 'day'>) => {
    const folder = seriesFolderOf(path)
    return getOrInsert(names, folder, () => teamName(folder, day, repository))
  }
  const counts = [...countsOf(attended.map(teamOf))].sort((a, b) => b[1] - a[1])
  const usual = counts.filter(([, count]) => count > guest)
  const teams = (usual.length ? usual : counts).slice(0, mostTeams).map(([team]) => team)
  const meetings = attended.slice(0, mostMeetings).map(({ day, path }) => ({ day, path, team: teamOf({ day, path }) }))
  return { name: person.name, handle: person.handle, teams, meetings }
}

/** The meetings that list a person, the latest first; where none does, those whose minutes name them. */
function attendedBy({ listedIn, files }: Person, repository: Repository): Meeting[] {
  const paths = listedIn.size ? listedIn : files
  const folders = new Set([...paths.keys()].map(seriesFolderOf))
  const meetings = [...folders].flatMap((folder) => repository.series(folder)?.meetings ?? [])
  return meetings.filter(({ path }) => paths.has(path)).sort(latestFirst)
}
