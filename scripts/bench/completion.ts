import { issuesOf } from '../../server/src/core/minutes/issue.ts'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import type { Document } from './document.ts'
import { type Figure, repeated, timed, timesFigure } from './figure.ts'

const keystrokes = 100
const goal = { value: 'p95', atMost: 5 } as const

/** Times of the lists that come up while one types, each right after the keystroke that asks for it, in places all over the file. */
export async function measureCompletion(
  where: string,
  document: Document,
  { facts, text, date }: Minutes,
): Promise<Figure[]> {
  const url = facts.links.map(({ destination }) => text.slice(destination.start, destination.end)).find(isMinutesUrl)
  const [issue] = issuesOf(text, facts)
  const typed: readonly (readonly [work: string, typed: string, of: string])[] = [
    ['whole links: [', '[', 'links'],
    ['URLs: [text](', '[text](', 'URLs'],
    ['URLs: https:', 'https:', 'URLs'],
    ['headings: [text](#', '[text](#', 'headings'],
    ...(url === undefined ? [] : ([[`headings: URL#`, `${url.replace(/#.*/, '')}#`, 'headings']] as const)),
    ['issues: #', 'in #', 'issues'],
    ...(issue ? ([['issues: OWNER/REPOSITORY#', `${nameOf(issue.repository)}#`, 'issues']] as const) : []),
    ['pictures: ![](', '![text](', 'pictures'],
    ...(date?.iso ? ([['dates: a year and -', date.iso.slice(0, 5), 'days']] as const) : []),
    ['nothing: -', '-', 'lines'],
  ]
  const figures: Figure[] = []
  for (const [work, keys, of] of typed) {
    const stroke = () =>
      timed(
        () => document.completionsBehind(keys),
        ({ length }) => length,
      )
    figures.push(timesFigure(`keystroke → ${work}, ${where}`, await repeated(keystrokes, stroke), of, goal))
  }
  return figures
}

function isMinutesUrl(url: string): boolean {
  return /^https:.*\/blob\/.*[0-9]{8}\.md/.test(url)
}

/** What a repository is called on its forge. */
function nameOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+\//, '')
}
