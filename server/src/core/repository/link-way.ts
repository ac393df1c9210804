import { addTo } from '../collections.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

/** How a link names a file of the repository: by the URL on the forge, or by the path from the file that holds the link. */
export type LinkWay = 'url' | 'path'

/**
 * How files of the repository are linked: as the file itself does it most often, or else the last minutes of its series that do so at all,
 * or else all of the repository. Where nobody has linked any yet, it is by URL; without a known forge there is the path alone.
 */
export function linkWay(path: string, repository: Repository): LinkWay {
  const { forge } = repository
  if (!forge) return 'path'
  const told = (summary: Summary | undefined) => summary && wayIn(summary, forge.url)
  const own = told(repository.summary(path))
  if (own) return own
  const before = repository.seriesOf(path).meetings.filter((meeting) => meeting.path !== path)
  const last = before.findLast(({ summary }) => told(summary))
  return told(last?.summary) ?? repository.linkWays.to(forge.url) ?? 'url'
}

function wayIn(summary: Summary, forge: string): LinkWay | undefined {
  const ways = new LinkWays()
  ways.add(summary)
  return ways.to(forge)
}

/** How often files are linked in each way, kept up to date file by file. */
export class LinkWays {
  /** By the repositories that URLs name, in small letters. */
  readonly #urls = new Map<string, number>()
  #paths = 0

  add(summary: Summary): void {
    this.#count(summary, 1)
  }

  delete(summary: Summary): void {
    this.#count(summary, -1)
  }

  /** What most of the links say where the repository is at a URL; `undefined` where there are none. */
  to(forge: string): LinkWay | undefined {
    const urls = this.#urls.get(forge.toLowerCase()) ?? 0
    if (urls + this.#paths === 0) return undefined
    return urls >= this.#paths ? 'url' : 'path'
  }

  #count({ links, forgeLinks }: Summary, by: 1 | -1): void {
    for (const { repository } of forgeLinks) addTo(this.#urls, repository.toLowerCase(), by)
    // Most files have no other links that may lead here.
    if (links.length > forgeLinks.length) this.#paths += by * links.filter(({ url }) => isPagePath.test(url)).length
  }
}

const isPagePath = /^[^:#]+\.md(?:#|$)/
