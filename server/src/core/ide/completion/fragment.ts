import { anchorOn } from '../../repository/anchor.ts'
import { lineBehind } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'
import { type AddressPlace, addressAt } from './link-place.ts'

const longestFragment = 300

/**
 * Behind the `#` of a URL or path: the headings of the file that it names. Those behind paths are left out where the editor offers them
 * itself. `undefined` elsewhere.
 */
export function completeFragment(place: Place): Completion[] | undefined {
  const { minutes, repository, offset } = place
  const address = addressAt(minutes, offset)
  const hash = address?.typed.indexOf('#') ?? -1
  if (!address || hash < 0) return undefined
  const path = address.image ? undefined : fileNamed(address.typed.slice(0, hash), address, place)
  const headings = (path !== undefined && repository.summary(path)?.headings) || []
  const rest = /^[^\s()<>[\]"']*/.exec(slice(minutes.text, lineBehind(minutes.text, offset, longestFragment)))![0]
  const span = { start: offset - (address.typed.length - hash), end: offset + rest.length }
  return headings
    .filter(({ anchor }) => anchor)
    .map(({ title, anchor, depth }): Completion => {
      const spelt = `#${anchorOn(repository.forge, anchor)}`
      return {
        kind: 'heading',
        path: path!,
        fragment: anchor,
        label: title,
        description: spelt,
        detail: `${'#'.repeat(depth)} ${title}`,
        span,
        newText: spelt,
        filterText: `${spelt} ${title}`,
      }
    })
}

/** The file that a URL names, if its headings are ours to tell. */
function fileNamed(
  url: string,
  { form }: AddressPlace,
  { minutes, repository, hostReadsMarkdown }: Place,
): string | undefined {
  if (!url) return hostReadsMarkdown || form === 'autolink' ? undefined : minutes.path
  const lead = repository.leadOf(url, minutes.path)
  return lead?.kind === 'file' && !(lead.by === 'path' && hostReadsMarkdown) ? lead.path : undefined
}
