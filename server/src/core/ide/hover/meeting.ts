import { weekdayOf } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { teamName } from '../../repository/team-name.ts'
import { topicsOf } from '../../repository/topics.ts'
import { line, type NoteLine } from './note.ts'

const shownTopics = 5

/** "Team Storage · Mon 2025-11-03"; of what is no meeting its path. */
export function meetingName(path: string, repository: Repository): string {
  const day = repository.dayOf(path)
  if (!day) return path
  return `${teamName(seriesFolderOf(path), day, repository)} · ${weekdayOf(day)} ${day}`
}

/** Who was there, what is open and what it was about, as far as the minutes say it. */
export function meetingLines(minutes: Minutes, repository: Repository): NoteLine[] {
  const { path } = minutes
  const topics = topicsIn(path, repository)
  const facts = [counted(participantsIn(minutes), 'participant'), counted(openIn(minutes), 'open action')]
  const told = facts.filter(Boolean).join(' · ')
  return [
    line({ strong: meetingName(path, repository) }),
    ...(told ? [line(told)] : []),
    ...(topics.length > 1 ? [line(`Topics: ${listed(topics)}`)] : []),
  ]
}

/** What minutes, or a page below its title, are about. */
export function topicsIn(path: string, repository: Repository): string[] {
  const summary = repository.summary(path)
  if (!summary) return []
  const topics = topicsOf(summary, repository.seriesOf(path))
  return summary.date ? topics : topics.filter((topic) => topic !== summary.headings[0]!.title)
}

function participantsIn({ participants }: Minutes): number {
  const present = participants.filter(({ kind }) => kind === 'present')
  return present.reduce((sum, list) => sum + list.participants.reduce((all, { people }) => all + people.length, 0), 0)
}

function openIn({ actions }: Minutes): number {
  return actions.filter(({ done }) => !done).length
}

function counted(count: number, noun: string): string {
  return count ? `${count} ${noun}${count === 1 ? '' : 's'}` : ''
}

function listed(topics: readonly string[]): string {
  const more = topics.length - shownTopics
  return topics.slice(0, shownTopics).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
