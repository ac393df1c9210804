import { writtenDates } from '../minutes/written-date.ts'
import type { Series } from './series.ts'
import type { Summary, SummaryHeading } from './summary.ts'

const standing =
  /^(?:participants?|attend(?:ees|ance)|present|agenda|topics?|discussions?|a\.?o\.?b\.?|any other business|meta|recurring|housekeeping|notes?|minutes|action items?|actions|new members?|updates?|team updates?|teilnehmende?r?|anwesend|tagesordnung|sonstiges|verschiedenes)\b/i

/** What a meeting was about: its headings but those that every meeting has; of many only so many as are asked for. */
export function topicsOf({ headings }: Summary, series: Series, most = Number.POSITIVE_INFINITY): string[] {
  const topics = new Set<string>()
  for (const heading of headings) {
    if (topics.size >= most) break
    if (!series.isStanding(heading.title) && mayBeTopic(heading)) topics.add(heading.title)
  }
  return [...topics]
}

/** Whether a heading by itself may be a topic: what else it takes, only the series knows. */
export function mayBeTopic({ title, depth }: Pick<SummaryHeading, 'title' | 'depth'>): boolean {
  return depth <= deepestTopic && title !== '' && !standing.test(title) && !writtenDates(title).length
}

const deepestTopic = 4
