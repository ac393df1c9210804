import type { Span } from '../../text/span.ts'
import { mentionAt } from './mention.ts'
import type { Place } from './place.ts'
import { referencesAt } from './references.ts'

/** The places in the same file that mean what stands at a place. An editor that knows some of them shows one answer alone: it is whole. */
export function highlightsAt(place: Place): Span[] {
  const { path } = place.minutes
  const spots = referencesAt({ ...place, hostReadsMarkdown: false }, mentionAt(place)?.kind === 'heading')
  return spots.filter((spot) => spot.path === path).map(({ span }) => span)
}
