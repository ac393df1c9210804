import { distance } from 'fastest-levenshtein'
import { daysBetween } from '../minutes/calendar.ts'
import { meetingDateOf } from '../minutes/meeting-date.ts'
import { nameOf } from '../text/path.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

const furthestDays = 14

/** The files that a path which leads nowhere may mean, the likeliest first: with an ending, moved, of the same day, of a near day. */
export function nearestFiles(path: string, repository: Repository): string[] {
  const withEnding = `${path}.md`
  const moved = [...repository.files.named(nameOf(path)), ...repository.files.named(nameOf(withEnding))]
  const candidates = [...(repository.files.has(withEnding) ? [withEnding] : []), ...meetingsNear(path, repository)]
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
  const date = meetingDateOf(path)?.iso
  const { meetings } = repository.seriesOf(path)
  if (!date) return meetings.filter((meeting) => distance(meeting.path, path) <= 2).map((meeting) => meeting.path)
  const far = (day: string) => Math.abs(daysBetween(day, date))
  return meetings
    .filter((meeting) => far(meeting.date) <= furthestDays)
    .sort((a, b) => far(a.date) - far(b.date))
    .map((meeting) => meeting.path)
}
