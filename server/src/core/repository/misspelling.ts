import { daysBetween } from '../minutes/calendar.ts'
import { type Likeness, likenessOf, spellingOf } from './likeness.ts'
import type { Person } from './person.ts'
import type { Repository } from './repository.ts'

/** Who is meant by a handle in a file that is not theirs: by an alias, or by mistake. The likeliest first; empty when it may be somebody's own. */
export function peopleMeantBy(name: string, path: string, repository: Repository): readonly Person[] {
  const { people } = repository
  return people.isAlias(name) ? [people.of(name)!] : likelyMeant(name, path, repository)
}

/**
 * Who a handle in a file most likely means that nobody has, the likeliest first; empty when it may well be somebody's own.
 *
 * A rare handle that looks like a frequent one is not yet a mistake: in a large community there are many people, and newcomers are rare at
 * first. So the less two handles are alike, the more must speak for the other one: how much more often it occurs, whether that person
 * was in this team's meetings around that day, and that the two never took part in one meeting.
 */
function likelyMeant(name: string, path: string, repository: Repository): readonly Person[] {
  const { people } = repository
  const rare = people.of(name)
  if (!rare || rare.confirmed) return []
  let around: readonly string[] | undefined
  const found: Candidate[] = []
  for (const { person, likeness } of people.alike(rare)) {
    if (frequencyOf(person) < rare.count * leastRatio || isNamedOtherwise(rare, person)) continue
    around ??= meetingsAround(path, repository)
    const attended = around.filter((meeting) => person.files.has(meeting)).length / (around.length || 1)
    const candidate = { rare, person, path, likeness, attended }
    if (isConvincing[likeness](candidate)) found.push(candidate)
  }
  return ranked(found)
}

/** Those whom a name in full (`ines.berg`) means, when their handles abbreviate it: `iberg`, `inesb`, `berg`. */
export function namedInFull(name: string, { people }: Repository): readonly Person[] {
  const [first, ...rest] = spellingOf(name).pieces
  const last = rest.at(-1)
  if (!first || !last) return []
  const short = [`${first[0]}${last}`, `${first}${last[0]}`, last]
  const isShort = ({ spelling }: Person) => short.includes(spelling.letters)
  return [...people.familiar].filter(isShort).sort((a, b) => b.count - a.count)
}

/** Somebody whom a rare handle may mean. */
interface Candidate {
  readonly rare: Person
  readonly person: Person
  readonly path: string
  readonly likeness: Likeness
  /** In how many of the meetings around this one the person took part, from 0 to 1. */
  readonly attended: number
}

const leastRatio = 2
/** What `.minutes.json` says counts as much as so many mentions. */
const configuredMentions = 20
/** Names of so many letters are not alike by chance. */
const unmistakable = 10
/** Nobody mistypes a short name in the same way more often. */
const mostFiles = 3

const isConvincing: Readonly<Record<Likeness, (candidate: Candidate) => boolean>> = {
  same: (candidate) =>
    candidate.rare.spelling.letters === candidate.person.spelling.letters || !tookPartTogether(candidate),
  near: (candidate) => {
    const { rare, person, path, attended } = candidate
    if (ratioOf(candidate) < (rare.listedIn.size ? 5 : 3) || tookPartTogether(candidate)) return false
    if (frequencyOf(person) < 5) return false
    if (rare.listedIn.size > 1) return attended >= 0.5
    const isLong = rare.count === 1 && rare.spelling.letters.length >= unmistakable
    return attended > 0 || person.files.has(path) || person.configured || isLong
  },
  turned: (candidate) => candidate.attended > 0 && isRareAndApart(candidate),
  short: (candidate) => {
    const { rare, attended } = candidate
    return attended > 0 && isRareAndApart(candidate) && (rare.listedIn.size <= 1 || attended >= 0.5)
  },
  longer: (candidate) => {
    const { rare, person, path, attended } = candidate
    if (ratioOf(candidate) < 10 || rare.files.size > mostFiles || tookPartTogether(candidate)) return false
    return attended >= 0.25 || person.listedIn.has(path)
  },
}

/** In the file itself the other one may well be mentioned: where a handle is written twice and mended once, the other is no less wrong. */
function isRareAndApart(candidate: Candidate): boolean {
  const { rare, person, path } = candidate
  if (ratioOf(candidate) < 10 || rare.files.size > mostFiles || tookPartTogether(candidate)) return false
  for (const file of rare.files.keys()) if (file !== path && person.files.has(file)) return false
  return true
}

function ratioOf({ rare, person }: Candidate): number {
  return frequencyOf(person) / rare.count
}

function frequencyOf({ configured, count }: Person): number {
  return configured ? Math.max(count, configuredMentions) : count
}

/** Whoever writes a name beside a handle knows whose it is. */
function isNamedOtherwise(rare: Person, person: Person): boolean {
  if (!rare.namesBeside.size) return false
  for (const name of rare.namesBeside.keys()) if (person.namesBeside.has(name)) return false
  return true
}

/** Two handles in one list of participants are two people. */
function tookPartTogether({ rare, person }: Candidate): boolean {
  const { listedIn } = person
  for (const path of rare.listedIn.keys()) if (listedIn.has(path)) return true
  return false
}

const weights: Readonly<Record<Likeness, number>> = { same: 4, near: 3, turned: 2, short: 1, longer: 1 }

/** The likeliest first, without those that are probably mistyped themselves. */
function ranked(found: readonly Candidate[]): Person[] {
  const weightOf = ({ likeness, attended, person }: Candidate) =>
    weights[likeness] + 2 * attended + Math.log10(frequencyOf(person))
  return found
    .filter(({ person }) => !found.some((other) => isMistypedFor(person, other.person)))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.person.key < b.person.key ? -1 : 1))
    .map(({ person }) => person)
}

function isMistypedFor(person: Person, other: Person): boolean {
  return (
    other.count >= 3 * person.count && !person.confirmed && likenessOf(person.spelling, other.spelling) !== undefined
  )
}

const meetingsOnEachSide = 4
const furthestDays = 120

/** The meetings of the same series next to the one of a file. */
function meetingsAround(path: string, repository: Repository): string[] {
  const own = repository.dayOf(path)
  if (!own) return []
  return repository
    .seriesOf(path)
    .around(path, meetingsOnEachSide)
    .filter(({ day }) => Math.abs(daysBetween(day, own)) <= furthestDays)
    .map((meeting) => meeting.path)
}
