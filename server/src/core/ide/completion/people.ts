import { smallest } from '../../collections.ts'
import { peopleMeantBy } from '../../repository/misspelling.ts'
import type { Person } from '../../repository/person.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Span } from '../../text/span.ts'
import type { Place } from './completion.ts'
import { type Match, matchOf } from './handle-match.ts'
import { circles, type Rank, ranking } from './handle-ranking.ts'
import { namingAt } from './naming.ts'

/** Somebody who may be meant. */
export interface Found {
  readonly person: Person
  readonly match: Match
  readonly rank: Rank
}

/** Further down, rare handles come last anyway. */
const firstSight = 30
/** Whoever is mentioned more often is no slip of a key. */
const fewMentions = 2

/**
 * The people who may be named in a span, the likeliest first. `typed` are the letters behind the `@`, in small ones: those come first whose
 * handle or name begins with them. Handles that are misspellings come last.
 */
export function likelyPeople(place: Place, span: Span, typed: string, most: number): Found[] {
  const { repository } = place
  const rankOf = ranking(namingAt(place, span), repository.people)
  const unknown = onlyHere(place, span)
  const found = smallest(fitting(repository.people.all, typed, unknown, rankOf), most, compare)
  const misspelt = new Set(found.slice(0, firstSight).filter((one) => isMisspelt(one, repository)))
  return misspelt.size ? [...found.filter((one) => !misspelt.has(one)), ...misspelt] : found
}

function* fitting(
  people: Iterable<Person>,
  typed: string,
  unknown: Person | undefined,
  rankOf: (person: Person) => Rank,
): Generator<Found> {
  for (const person of people) {
    const match = person === unknown ? undefined : matchOf(person, typed)
    if (match) yield { person, match, rank: rankOf(person) }
  }
}

/** Whoever is named by what is being typed, and nowhere else: that is half a name. */
function onlyHere({ minutes, repository }: Place, span: Span): Person | undefined {
  const typed = minutes.handles.find((handle) => handle.span.start === span.start)
  const person = typed && repository.people.of(typed.name)
  return person?.count === 1 && !person.configured ? person : undefined
}

function isMisspelt({ person, rank }: Found, repository: Repository): boolean {
  if (rank.circle === 'repository' || person.count > fewMentions || person.confirmed) return false
  const [path] = [...person.files.keys()].sort()
  return path !== undefined && peopleMeantBy(person.key, path, repository).length > 0
}

function compare(a: Found, b: Found): number {
  return (
    a.match.distance - b.match.distance ||
    circles.indexOf(a.rank.circle) - circles.indexOf(b.rank.circle) ||
    b.rank.weight - a.rank.weight ||
    (a.person.key < b.person.key ? -1 : 1)
  )
}
