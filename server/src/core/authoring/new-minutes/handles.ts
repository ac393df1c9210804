import type { Minutes } from '../../minutes/minutes.ts'
import { linkedProfile } from '../../minutes/profile.ts'
import { isImpossibleHandle } from '../../repository/forge-handle.ts'
import { namedInFull, peopleMeantBy } from '../../repository/misspelling.ts'
import type { Repository } from '../../repository/repository.ts'

/** The right handles of those whom minutes name by wrong ones, without `@`, by the wrong ones. */
export function rightHandles(minutes: Minutes, repository: Repository): ReadonlyMap<string, string> {
  const right = new Map<string, string>()
  for (const handle of minutes.handles) {
    const { name } = handle
    if (right.has(name) || linkedProfile(minutes.text, handle) !== undefined) continue
    const meant = peopleMeantBy(name, minutes.path, repository)
    const isImpossible = isImpossibleHandle(name, repository.forge)
    const [person] = meant.length || !isImpossible ? meant : namedInFull(name, repository)
    if (person && person.handle !== name) right.set(name, person.handle)
  }
  return right
}
