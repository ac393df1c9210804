import { daysBetween, type IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { compareTexts } from '../../text/order.ts'
import { type KnownTeam, presentTeams } from '../team.ts'
import { lastPrepared, type OfferedDay, offeredDays } from './days.ts'

/** A team whose next minutes may be made. */
export interface MeetingTeam extends KnownTeam {
  /** The days for which there may be minutes and are none, the likeliest first. */
  readonly days: readonly OfferedDay[]
  /** The last day from today on of which there are minutes already. */
  readonly prepared?: IsoDate
}

/** A team that has not met for so many days meets no more, or seldom. */
const longestPause = 60

/** The teams in the order in which they meet next; those that have not met for long stand at the end. */
export function teamsToMeet(repository: Repository, today: IsoDate): MeetingTeam[] {
  const teams = presentTeams(repository, today).map((team): MeetingTeam => {
    const series = repository.series(team.folder)!
    const prepared = lastPrepared(series, today)
    return { ...team, days: offeredDays(series, today), ...(prepared !== undefined && { prepared }) }
  })
  const meets = ({ latest }: MeetingTeam) => daysBetween(latest, today) <= longestPause
  return [
    ...teams.filter(meets).sort((a, b) => compareTexts(a.days[0]!.day, b.days[0]!.day)),
    ...teams.filter((team) => !meets(team)),
  ]
}
