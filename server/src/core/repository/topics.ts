import { writtenDates } from '../minutes/written-date.ts'
import type { Series } from './series.ts'
import type { Summary } from './summary.ts'

const standing =
  /^(?:participants?|attend(?:ees|ance)|present|agenda|topics?|discussions?|a\.?o\.?b\.?|any other business|meta|recurring|housekeeping|notes?|minutes|action items?|actions|new members?|updates?|team updates?|teilnehmende?r?|anwesend|tagesordnung|sonstiges|verschiedenes)\b/i

/** What a meeting was about: its headings but those that every meeting has. */
export function topicsOf(summary: Summary, series: Series): string[] {
  const titles = summary.headings.filter(({ depth }) => depth <= deepestTopic).map(({ title }) => title)
  const topics = titles.filter((title) => title && !standing.test(title) && !writtenDates(title).length)
  return [...new Set(topics.filter((title) => !series.standingTitles.has(title)))]
}

const deepestTopic = 4
