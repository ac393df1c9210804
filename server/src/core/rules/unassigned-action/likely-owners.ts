import type { Action } from '../../minutes/action.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { sectionAt } from '../../minutes/section.ts'
import { isAbout, wordsOfAction } from '../../repository/about-action.ts'
import type { Repository } from '../../repository/repository.ts'
import { slice } from '../../text/span.ts'

const mostOwners = 3
/** How many meetings before and after these are asked who has the action there. */
const meetingsAround = 3

/** Who may have promised an action, the likeliest first: its owner in the meetings around, then those who are named nearest to it. */
export function likelyOwners(action: Action, minutes: Minutes, repository: Repository): string[] {
  const known = ownersElsewhere(action, minutes, repository)
  const found = new Map([...known, ...handlesByDistance(action, minutes)].map((name) => [name.toLowerCase(), name]))
  return [...found.values()].slice(0, mostOwners)
}

function ownersElsewhere(action: Action, minutes: Minutes, repository: Repository): string[] {
  const words = wordsOfAction(slice(minutes.text, action.text))
  if (words.size < 2) return []
  return repository
    .seriesOf(minutes.path)
    .around(minutes.path, meetingsAround)
    .flatMap(({ summary }) => summary.actions)
    .filter(({ owners, line }) => owners.length && isAbout(words, wordsOfAction(line)))
    .flatMap(({ owners }) => owners)
}

/** The handles of the action's own section first, then the others. */
function handlesByDistance({ marker }: Action, { handles, sections }: Minutes): string[] {
  const own = sectionAt(sections, marker.start)
  const distance = (at: number) => {
    const isOwn = own && own.heading.span.start <= at && at < own.ownEnd
    return Math.abs(at - marker.start) + (isOwn ? 0 : Number.MAX_SAFE_INTEGER / 2)
  }
  return handles
    .map(({ name, span }) => ({ name, far: distance(span.start) }))
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name)
}
