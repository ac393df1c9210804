import type { IsoDate } from '../../minutes/calendar.ts'
import { liesFarAhead } from '../../minutes/meeting-date.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import type { Refusal } from '../refusal.ts'
import { openActions } from './carried-actions.ts'
import { nextEdits } from './edits.ts'
import { lastWords } from './last-words.ts'
import { modelFor, pathOn } from './model.ts'
import { nextTexts } from './next-text.ts'
import { isUsualHeading, Standing } from './standing.ts'
import { written } from './written.ts'

/** A file that is to be made. */
export interface NewFile {
  readonly path: string
  readonly text: string
  /** Where typing starts, in the text. */
  readonly cursor: number
}

/** Whose minutes are to be made, for which day. */
export interface Asked {
  /** That of the team's minutes. */
  readonly folder: string
  readonly day: IsoDate
  readonly today: IsoDate
}

/**
 * The minutes of a team's meeting on a day, made of its last ones: what most of them have, the participants, and what is still to be done. `read`
 * gives a file as it is now.
 */
export function newMinutes(
  { folder, day, today }: Asked,
  repository: Repository,
  read: (path: string) => Minutes | undefined,
): NewFile | Refusal {
  if (liesFarAhead(day, today))
    return { refused: `${day} lies far in the future. Minutes are made for one of the next meetings.` }
  const now = repository.teams.movedTo(folder, day)
  if (now !== undefined) return { refused: elsewhere(folder, now, day, repository) }
  const series = repository.series(folder)
  const model = series && modelFor(series, day)
  const last = model && read(model.last.path)
  if (!last) return { refused: noneBefore(folder, day) }
  const path = pathOn(day, model)
  const there = repository.has(path) ? path : series.meetings.find((meeting) => meeting.date === day)?.path
  if (there !== undefined) return { refused: `The minutes of ${day} are there already: ${there}.`, existing: there }
  const readAll = (meetings: readonly Meeting[]) => meetings.flatMap((meeting) => read(meeting.path) ?? [])
  const earlier = readAll(model.earlier)
  const since = readAll(model.since)
  const standing = new Standing(earlier, (unit) => isUsualHeading(unit, repository))
  const step = { day, last, lastDay: model.last.day, path }
  const lines = nextTexts({ ...step, earlier, since, standing, repository, edits: nextEdits(step, repository) })
  const isLastWord = lastWords([...model.since, model.last].reverse(), repository)
  const actions = [last, ...[...since].reverse()].flatMap((minutes) =>
    openActions(minutes, path, repository, isLastWord),
  )
  return { path, ...written({ path, lines, actions: [...new Set(actions)], last, series }) }
}

function elsewhere(folder: string, now: string, day: IsoDate, repository: Repository): string {
  const name = repository.teams.nameOf(now, day)
  const wayOut = repository.series(now) ? `Make them in ${now}` : `Write the first ones by hand in ${now}`
  return `${wayOut}: the minutes of ${name} stand there on ${day}, and no longer in ${folder}, as .minutes.json says.`
}

function noneBefore(folder: string, day: IsoDate): string {
  return `There are no minutes in ${folder || 'this folder'} before ${day} from which to make the next ones. Write the first ones by hand.`
}
