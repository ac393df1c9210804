import { writtenDates } from '../minutes/written-date.ts'
import type { Series } from './series.ts'
import type { Summary } from './summary.ts'

const standing =
  /^(?:participants?|attend(?:ees|ance)|present|agenda|topics?|discussions?|a\.?o\.?b\.?|any other business|meta|recurring|housekeeping|notes?|minutes|action items?|actions|new members?|updates?|team updates?|teilnehmende?r?|anwesend|tagesordnung|sonstiges|verschiedenes)\b/i

/** What a meeting was about: its headings but those that every meeting has; of many only so many as are asked for. */
export function topicsOf({ headings }: Summary, series: Series, most = Number.POSITIVE_INFINITY): string[] {
  const topics = new Set<string>()
  for (const title of possibleTopics(headings)) {
    if (topics.size >= most) break
    if (!series.isStanding(title)) topics.add(title)
  }
  return [...topics]
}

/** Every list of meetings asks for the same ones again. */
const knownTitles = new WeakMap<Summary['headings'], readonly string[]>()

function possibleTopics(headings: Summary['headings']): readonly string[] {
  const known = knownTitles.get(headings)
  if (known) return known
  const titles = headings.filter(({ title, depth }) => depth <= deepestTopic && mayNameTopic(title))
  const possible = titles.map(({ title }) => title)
  knownTitles.set(headings, possible)
  return possible
}

/** Headings that are deeper are no topics. */
export const deepestTopic = 4

/** Whether a title by itself may be that of a topic: what else it takes, only the series knows. */
export function mayNameTopic(title: string): boolean {
  return title !== '' && !standing.test(title) && !writtenDates(title).length
}
