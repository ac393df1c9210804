import type { Role } from '../../minutes/role.ts'
import type { Completion, Place } from './completion.ts'
import { handleWordAt } from './handle-word.ts'
import { type Found, likelyPeople } from './people.ts'
import { nameAndReason, reasonOf } from './reason.ts'
import { openRoleAt, roleAt } from './role-place.ts'

/**
 * So many are sent at once: an editor then finds those who fit each further letter by itself. A longer list is asked for again with each
 * letter, and VS Code no longer has its first line chosen then.
 */
const longestList = 400
/** A duty is somebody's on the team. */
const shortList = 50

/** Behind an `@`: the people of the repository. `undefined` where no handle is being typed. */
export function completeHandle(place: Place): Completion[] | undefined {
  const word = handleWordAt(place.minutes, place.offset)
  if (!word) return undefined
  const role = roleAt(place.minutes, word.span.start)
  const people = likelyPeople(place, word.span, word.typed, longestList + 1)
  const asksAgain = people.length > longestList
  const { span } = word
  return people.slice(0, longestList).map((found) => toCompletion(found, { role, span, blank: '', asksAgain }))
}

/** Behind "Minute taker:" and the like, while nobody is named: who may do it. `undefined` elsewhere. */
export function completeRole(place: Place): Completion[] | undefined {
  const { minutes, offset } = place
  const role = openRoleAt(minutes, offset)
  if (!role) return undefined
  const span = { start: offset, end: offset }
  const blank = /[ \t]/.test(minutes.text[offset - 1]!) ? '' : ' '
  const slot = { role, span, blank, asksAgain: false }
  return likelyPeople(place, span, '', shortList).map((found) => toCompletion(found, slot))
}

/** Where a handle is put. */
interface Slot extends Pick<Completion, 'span' | 'asksAgain'> {
  readonly role: Role | undefined
  /** What parts it from the word before. */
  readonly blank: string
}

/** A list is made of hundreds of these: that is why it is written out. */
function toCompletion(found: Found, { role, span, blank, asksAgain }: Slot): Completion {
  const { handle, name } = found.person
  const reason = reasonOf(found.rank, role?.task)
  return {
    kind: 'person',
    person: handle,
    label: `@${handle}`,
    description: nameAndReason(name, reason),
    detail: reason.long,
    span,
    newText: `${blank}@${handle}`,
    filterText: blank + filterOf(found),
    asksAgain: asksAgain === true,
  }
}

/**
 * What has been typed is its beginning for all whom it fits equally well, so that an editor keeps their order. It holds no blank: whoever
 * writes "@ 10:00" is left alone.
 */
function filterOf({ person: { key, name, aliases }, match }: Found): string {
  const handles = match.part === key ? `@${key}` : `@${match.part}_${key}`
  if (name === undefined && !aliases.length) return handles
  return [handles, name?.toLowerCase() ?? '', ...aliases].join('_').replaceAll(' ', '_')
}
