import type { IsoDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { withoutUrl, withUrl } from '../../minutes/minutes-line-edit.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import { foldersOf } from '../../repository/team-section.ts'
import { replace, type TextEdit } from '../../text/edit.ts'
import { rightHandles } from './handles.ts'
import { mendingEdits, withoutInner } from './mending.ts'
import { participantEdits } from './participants.ts'

/** The meeting whose minutes are the model of the next ones, and what is known of those. */
export interface Step {
  readonly last: Minutes
  readonly lastDay: IsoDate
  readonly day: IsoDate
  /** Where the next minutes are to stand. */
  readonly path: string
}

/**
 * What becomes of the last minutes' text: nobody has a role yet or is absent, the participants wait, minutes lines lead to the new meetings, and
 * what was wrong is mended.
 */
export function nextEdits(step: Step, repository: Repository): TextEdit[] {
  const { last, path } = step
  return withoutInner([
    ...participantEdits(last, rightHandles(last, repository)),
    ...roleEdits(last),
    ...minutesLineEdits(step, repository),
    ...mendingEdits(last, repository, path),
  ])
}

function roleEdits({ roles }: Minutes): TextEdit[] {
  return roles.flatMap(({ value, heading }) => (heading || value.start >= value.end ? [] : [replace(value, '')]))
}

function minutesLineEdits({ last, lastDay, day }: Step, repository: Repository): TextEdit[] {
  const urlOf = reportUrls(last, repository)
  const arrived = (line: MinutesLine) => {
    const [series] = foldersOf(line, last, repository).flatMap((folder) => repository.series(folder) ?? [])
    return series?.newest(lastDay, day)
  }
  return last.minutesLines.map((line) => {
    const meeting = arrived(line)
    return meeting ? withUrl(last, line, urlOf(meeting.path, line)) : withoutUrl(last, line)
  })
}
