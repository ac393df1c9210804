import { grouped } from '../../collections.ts'
import type { IsoDate } from '../../minutes/calendar.ts'
import type { Meeting } from '../../repository/series.ts'

/** The files of one day: minutes and slides, or two meetings. That with the shortest name, the plain date, stands first. */
export interface MeetingDay {
  readonly day: IsoDate
  readonly meetings: readonly [Meeting, ...Meeting[]]
}

/** The days on which a team met, the earliest first. */
export function meetingDays(meetings: readonly Meeting[]): MeetingDay[] {
  return [...grouped(meetings, ({ day }) => day)].map(([day, meetings]) => ({ day, meetings }))
}
