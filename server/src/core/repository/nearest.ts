import { distance } from 'fastest-levenshtein'
import { addDays, daysBetween, type IsoDate, isoDate } from '../minutes/calendar.ts'
import { meetingDateOf } from '../minutes/meeting-date.ts'
import { nameOf } from '../text/path.ts'
import type { Repository } from './repository.ts'
import type { Meeting } from './series.ts'
import type { Summary } from './summary.ts'

const furthestDays = 14

/** The files that a path which leads nowhere may mean, the likeliest first: with an ending, in other capitals, moved, of the same day, of a near day. */
export function nearestFiles(path: string, repository: Repository): string[] {
  const withEnding = `${path}.md`
  const moved = [...repository.files.named(nameOf(path)), ...repository.files.named(nameOf(withEnding))]
  const alike = repository.files.like(path)
  const candidates = [
    ...(repository.files.has(withEnding) ? [withEnding] : []),
    ...(alike === undefined ? [] : [alike]),
    ...meetingsNear(path, repository),
  ]
  // A date is the name of a file in every series: only in the same one does it mean the same meeting.
  return [...new Set(meetingDateOf(path) ? candidates : [...candidates, ...moved])]
}

/** How many letters of a file's name are wrong, if it is another's, mistyped. Files whose digits differ are those of other days, or of a row. */
export function slipsInName(name: string, other: string): number | undefined {
  if (digitsOf(name) !== digitsOf(other)) return undefined
  const slips = distance(name, other)
  return slips <= mostSlips ? slips : undefined
}

const mostSlips = 2

function digitsOf(name: string): string {
  return name.replace(/[^0-9]/g, '')
}

/** The headings that an anchor which leads nowhere may mean, the likeliest first. */
export function nearestAnchors(anchor: string, { headings }: Summary): string[] {
  const furthest = Math.max(2, anchor.length / 2)
  return headings
    .map((heading) => ({ anchor: heading.anchor, far: distance(heading.anchor, anchor) }))
    .filter(({ far }) => far <= furthest)
    .sort((a, b) => a.far - b.far)
    .slice(0, 2)
    .map((near) => near.anchor)
}

function meetingsNear(path: string, repository: Repository): string[] {
  const day = dayMeantBy(path)
  const { meetings } = repository.seriesOf(path)
  const far = day
    ? ({ date }: Meeting) => Math.abs(daysBetween(date, day))
    : (meeting: Meeting) => distance(meeting.path, path)
  const furthest = day ? furthestDays : mostSlips
  return meetings
    .filter((meeting) => far(meeting) <= furthest)
    .sort((a, b) => far(a) - far(b))
    .map((meeting) => meeting.path)
}

/** The day of a path's digits; of a day that no month has, the one so many days behind its first: 31 September is 1 October. */
function dayMeantBy(path: string): IsoDate | undefined {
  const date = meetingDateOf(path)
  if (!date || date.iso) return date?.iso
  const digits = path.slice(date.span.start, date.span.end).replace(/[^0-9]/g, '')
  const first = isoDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), 1)
  return first && addDays(first, Number(digits.slice(6)) - 1)
}
