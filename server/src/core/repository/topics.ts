import { writtenDates } from '../minutes/written-date.ts'
import type { Series } from './series.ts'
import type { Summary } from './summary.ts'

const standing =
  /^(?:participants?|attend(?:ees|ance)|present|agenda|topics?|discussions?|a\.?o\.?b\.?|any other business|meta|recurring|housekeeping|notes?|minutes|action items?|actions|new members?|updates?|team updates?|teilnehmende?r?|anwesend|tagesordnung|sonstiges|verschiedenes)\b/i

/** What a meeting was about: its headings but those that every meeting has; of many only so many as are asked for. */
export function topicsOf({ headings }: Summary, series: Series, most = Number.POSITIVE_INFINITY): string[] {
  const topics = new Set<string>()
  for (const { title, depth } of headings) {
    if (topics.size >= most) break
    if (depth <= deepestTopic && !series.isStanding(title) && mayNameTopic(title)) topics.add(title)
  }
  return [...topics]
}

/** Headings that are deeper are no topics. */
export const deepestTopic = 4

/** Whether a title by itself may be that of a topic: what else it takes, only the series knows. */
export function mayNameTopic(title: string): boolean {
  return title !== '' && !standing.test(title) && !writtenDates(title).length
}
