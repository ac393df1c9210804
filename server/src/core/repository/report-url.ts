import { fileUrl, folderUrl, relativeUrl } from '../minutes/forge-url.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { MinutesLine } from '../minutes/minutes-line.ts'
import { folderOf } from '../text/path.ts'
import { slice } from '../text/span.ts'
import type { Repository } from './repository.ts'

/**
 * How a report links files and folders: by the URL on the forge, or by the path from its own folder where its minutes lines do so, or those
 * of the last report that has any. Without a known forge there is the path alone. A line that links something already keeps its own way.
 */
export function reportUrls(minutes: Minutes, repository: Repository): (path: string, line?: MinutesLine) => string {
  const { forge, files } = repository
  let linked: readonly string[] | undefined
  return (path, line) => {
    const own = line?.link ? slice(minutes.text, line.link.destination) : ''
    if (!own) linked ??= linksBefore(minutes, repository)
    if (!forge || isRelative(own ? [own] : linked!)) return relativeUrl(folderOf(minutes.path), path)
    return files.has(path) ? fileUrl(forge, path) : folderUrl(forge, path)
  }
}

/** What the report's minutes lines link, or else those of the last report that has any. */
function linksBefore({ text, minutesLines, path }: Minutes, repository: Repository): string[] {
  const own = minutesLines.flatMap(({ link }) => (link ? slice(text, link.destination) || [] : []))
  if (own.length) return own
  const { meetings } = repository.seriesOf(path)
  const linked = meetings.map(({ summary }) => summary.minutesLines.flatMap(({ url }) => url ?? []))
  return linked.findLast((urls, at) => urls.length > 0 && meetings[at]!.path !== path) ?? []
}

function isRelative(urls: readonly string[]): boolean {
  const relative = urls.filter((url) => !/^[a-z][a-z0-9+.-]*:/i.test(url))
  return relative.length * 2 > urls.length
}
