import { completeAction } from './action.ts'
import { completeAddress } from './address.ts'
import { completeAgendaItem } from './agenda-item.ts'
import type { Completion, Place } from './completion.ts'
import { completeDate } from './date.ts'
import { completeFragment } from './fragment.ts'
import { completeHandle, completeRole } from './handle.ts'
import { completeHeading } from './heading-line.ts'
import { completeIssue } from './issue.ts'
import { completeMinutesLine } from './minutes-line.ts'
import { completePicture } from './picture.ts'
import { completeTeamName } from './team-name.ts'
import { completeTeamSection } from './team-section.ts'
import { completeWholeLink } from './whole-link.ts'

/** The completions at a place; none where nobody wants any. The first of these that knows the place answers. */
export function complete(place: Place): Completion[] {
  for (const completions of all) {
    const found = completions(place)
    if (found) return found
  }
  return []
}

const all: readonly ((place: Place) => Completion[] | undefined)[] = [
  completeHandle,
  completeFragment,
  completeMinutesLine,
  completeIssue,
  completePicture,
  completeAddress,
  completeWholeLink,
  completeDate,
  completeTeamSection,
  completeRole,
  completeAction,
  completeHeading,
  completeAgendaItem,
  completeTeamName,
]
