import { daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { compareTexts } from '../../text/order.ts'
import { nameOf } from '../../text/path.ts'
import { type KnownTeam, knownTeams } from '../team.ts'
import { type OfferedDay, offeredDays } from './days.ts'

/** A team whose next minutes may be made. */
export interface MeetingTeam extends KnownTeam {
  /** The days for which there may be minutes and are none, the likeliest first. */
  readonly days: readonly OfferedDay[]
}

/** A team that has not met for so many days meets no more, or seldom. */
const longestPause = 60

/** The teams in the order in which they meet next; those that have not met for long stand at the end. */
export function teamsToMeet(repository: Repository, today: IsoDate): MeetingTeam[] {
  const known = knownTeams(repository)
  const current = known.filter((team, at) => !known.slice(0, at).some((other) => hasMoved(team, other)))
  const teams = current.map((team): MeetingTeam => {
    return { ...team, days: offeredDays(repository.series(team.folder)!, today) }
  })
  const meets = ({ latest }: MeetingTeam) => daysBetween(latest, today) <= longestPause
  return [
    ...teams.filter(meets).sort((a, b) => compareTexts(a.days[0]!.day, b.days[0]!.day)),
    ...teams.filter((team) => !meets(team)),
  ]
}

/** Whether a team that has moved meets elsewhere by now. Folders that are called alike, such as `harbour/minutes` and `pier/minutes`, are of two teams. */
function hasMoved({ name, folder }: KnownTeam, now: KnownTeam): boolean {
  return name === now.name && name !== nameOf(folder)
}
