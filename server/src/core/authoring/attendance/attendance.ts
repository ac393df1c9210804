import { getOrInsert } from '../../collections.ts'
import type { IsoDate } from '../../minutes/calendar.ts'
import type { Repository } from '../../repository/repository.ts'
import { compareTexts } from '../../text/order.ts'
import { isWithin, type Period } from '../calendar/calendar.ts'
import { meetingDays } from '../calendar/meeting-days.ts'
import { type KnownTeam, meetingsOf, type WholeTeam, wholeTeams } from '../team.ts'
import { Attendees, type Named } from './attendees.ts'

/** Who took part in which meetings of a team. */
export interface TeamAttendance {
  readonly team: WholeTeam
  /** The earliest first, each day once. */
  readonly meetings: readonly AttendedMeeting[]
  /** Those who took part most often first. */
  readonly people: readonly Attendee[]
}

export interface AttendedMeeting {
  readonly day: IsoDate
  readonly path: string
  /** Whether the minutes say who took part. */
  readonly listed: boolean
}

export interface Attendee extends Named {
  /** The numbers of the meetings, from 0 on. */
  readonly attended: ReadonlySet<number>
}

/** The attendance of a team's meetings up to today, in whatever folder, as far as the lists of participants tell. */
export function attendanceOf(
  team: KnownTeam,
  repository: Repository,
  today: IsoDate,
  period: Period = {},
): TeamAttendance {
  const attendees = new Attendees(repository.people)
  const attended = new Map<Named, Set<number>>()
  const whole = wholeTeams(repository, today).find(({ folders }) => folders.includes(team.folder))!
  const days = meetingDays(meetingsOf(whole, repository)).filter(({ day }) => day <= today && isWithin(day, period))
  const meetings = days.map(({ day, meetings }, number): AttendedMeeting => {
    const lists = meetings.flatMap(({ summary }) => summary.attendance ?? [])
    for (const one of lists.flatMap((list) => attendees.of(list)))
      getOrInsert(attended, one, () => new Set()).add(number)
    return { day, path: meetings[0].path, listed: lists.length > 0 }
  })
  const people = [...attended].map(([named, numbers]): Attendee => ({ ...named, attended: numbers }))
  return { team: whole, meetings, people: people.sort(mostOftenFirst) }
}

function mostOftenFirst(a: Attendee, b: Attendee): number {
  return b.attended.size - a.attended.size || compareTexts(a.name.toLowerCase(), b.name.toLowerCase())
}
