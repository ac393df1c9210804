import type { Completion, Place } from './completion.ts'
import { completeHandle, completeRole } from './handle.ts'
import { completeMinutesLine } from './minutes-line.ts'
import { completeTeamSection } from './team-section.ts'
import { completeUrl } from './url.ts'

/** The completions at a place; none where nobody wants any. */
export function complete(place: Place): Completion[] {
  return (
    completeHandle(place) ??
    completeTeamSection(place) ??
    completeMinutesLine(place) ??
    completeUrl(place) ??
    completeRole(place) ??
    []
  )
}
