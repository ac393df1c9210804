import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

/** How a link names a file of the repository: by the URL on the forge, or by the path from the file that holds the link. */
export type LinkWay = 'url' | 'path'

/** More links than these say nothing new. */
const telling = 100

/**
 * How files of the repository are linked: as the file itself does it most often, or else the last minutes of its series that do so at all,
 * or else all of the repository. Where nobody has linked any yet, it is by URL; without a known forge there is the path alone.
 */
export function linkWay(path: string, repository: Repository): LinkWay {
  const { forge } = repository
  if (!forge) return 'path'
  const told = (summaries: Iterable<Summary>) => toldBy(summaries, forge.url)
  const own = repository.summary(path)
  const way = own && told([own])
  if (way) return way
  const before = repository.seriesOf(path).meetings.filter((meeting) => meeting.path !== path)
  const last = before.findLast(({ summary }) => told([summary]))
  return told(last ? [last.summary] : repository.summaries) ?? 'url'
}

/** What most of the links say; `undefined` where there are none. */
function toldBy(summaries: Iterable<Summary>, forge: string): LinkWay | undefined {
  let urls = 0
  let paths = 0
  for (const { links } of summaries) {
    if (urls + paths >= telling) break
    for (const { url } of links) {
      if (url.startsWith(forge)) urls += 1
      else if (/^[^:#]+\.md(?:#|$)/.test(url)) paths += 1
    }
  }
  return urls + paths === 0 ? undefined : urls >= paths ? 'url' : 'path'
}
