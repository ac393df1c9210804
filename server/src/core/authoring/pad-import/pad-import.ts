import type { IsoDate } from '../../minutes/calendar.ts'
import { liesFarAhead } from '../../minutes/meeting-date.ts'
import { readMinutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import { pathOn } from '../new-minutes/model.ts'
import type { NewFile } from '../new-minutes/new-minutes.ts'
import type { Refusal } from '../refusal.ts'
import { storedText } from './pad-text.ts'
import { type Redated, redatedBy } from './redated.ts'

/** The rules whose first fixes an import makes although they are not safe for minutes that somebody has edited. */
export const mendedOnImport: readonly string[] = ['pad-image-size']

/** The scheme and host of a URL, to which a pad's own paths are relative; empty for the name of a file. */
export function originOf(source: string): string {
  return /^\s*(https?:\/\/)(?:[^/?#@]*@)?([^/?#\s]+)/i.exec(source)?.slice(1).join('') ?? ''
}

/** What becomes of the text of a pad. */
export interface PadToImport {
  readonly text: string
  /** The pad's scheme and host, or empty where the text comes from a file. */
  readonly origin: string
  /** That of the team's minutes. */
  readonly folder: string
  readonly day: IsoDate
  /** Whether somebody has said the day, whatever the text says. */
  readonly isDayGiven: boolean
  readonly today: IsoDate
}

export type ImportedMinutes = NewFile & Redated

/** The minutes that the text of a pad becomes: named as the team's others are, and mended where the pad has left something that minutes do not need. */
export function importPad(
  { text, origin, folder, day, isDayGiven, today }: PadToImport,
  repository: Repository,
): ImportedMinutes | Refusal {
  if (liesFarAhead(day, today)) return { refused: `${day} lies far in the future. Name the day of the meeting.` }
  if (!text.trim()) return { refused: 'The pad is empty, so there is nothing to import.' }
  const meetings = repository.series(folder)?.meetings ?? []
  const { deck } = readMinutes('', text)
  const model = modelFor(meetings, deck, day)
  if (!model)
    return {
      refused: `There are no minutes in ${folder || 'this folder'} that show how to call these. Write the first ones by hand.`,
    }
  const path = pathOn(day, model)
  const there = repository.has(path)
    ? path
    : meetings.find(({ date, summary }) => date === day && summary.deck === deck)?.path
  if (there !== undefined) return { refused: `The minutes of ${day} are there already: ${there}.`, existing: there }
  const stored = storedText(path, text, origin)
  return { path, ...(isDayGiven ? redatedBy(day, stored) : { text: stored }), cursor: 0 }
}

/** The meetings by which a file is named: those before it, slides by slides; where there are none, others. */
function modelFor(meetings: readonly Meeting[], deck: boolean, day: IsoDate) {
  const alike = meetings.filter(({ summary }) => summary.deck === deck)
  const usable = alike.length ? alike : meetings
  const before = usable.filter((meeting) => meeting.day < day).reverse()
  const [last, ...earlier] = before.length ? before : usable
  // What the name of a deck has besides its date tells it from the minutes of that day.
  return last && { last, earlier: deck && !earlier.length ? [last] : earlier }
}
