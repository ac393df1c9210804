import type { Completion, Place } from './completion/completion.ts'
import { completeHandle, completeRole } from './completion/handle.ts'
import { completeMinutesLine } from './completion/minutes-line.ts'
import { completeTeamSection } from './completion/team-section.ts'
import { completeUrl } from './completion/url.ts'

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
