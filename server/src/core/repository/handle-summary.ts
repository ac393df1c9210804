import { compact, grouped, isSameList } from '../collections.ts'
import type { Handle } from '../minutes/handle.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { nameBeside } from '../minutes/name-beside.ts'
import { linkedAccount } from '../minutes/profile.ts'
import { owned } from '../text/owned.ts'
import { type PackedSpans, packedSpans, unpackedSpans } from '../text/packed.ts'
import { type Span, slice } from '../text/span.ts'
import type { SummaryPool } from './summary-pool.ts'

/** The handles of a file. */
export interface SummaryHandles {
  /** Each spelling once. */
  readonly handles: readonly SummaryHandle[]
  /** Their places in the text, `@` included: all of the first handle, then all of the next. */
  readonly handleSpans: PackedSpans
  /** Where they stand in the URLs of their own profiles, likewise. */
  readonly profileSpans: PackedSpans
}

/** Many files have the same ones. */
export interface SummaryHandle {
  /** As it is written, without `@`. */
  readonly name: string
  /** How often. */
  readonly count: number
  /** How often it stands in a URL of its own profile. */
  readonly profiles: number
  /** Whether it stands in the list of those who took part. */
  readonly listed: boolean
  /** The names that stand beside it, in small letters: `Ines Berg (@ines-berg)`. It may be that of a company as well. */
  readonly names: readonly string[]
}

export function handleSummaries({ text, handles, participants }: Minutes, pool: SummaryPool): SummaryHandles {
  const present = participants.filter(({ kind }) => kind === 'present').flatMap((list) => list.participants)
  const listed = new Set(present.flatMap(({ people }) => people.map(({ span }) => span.start)))
  const spans: Span[] = []
  const profileSpans: Span[] = []
  const summaries = [...grouped(handles, (handle) => handle.name)].map(([name, mentions]) => {
    const profiles = profilesOf(text, name, mentions)
    for (const { span } of mentions) spans.push(span)
    for (const span of profiles) profileSpans.push(span)
    return pool.handle({
      name: owned(name),
      count: mentions.length,
      profiles: profiles.length,
      listed: mentions.some(({ span }) => listed.has(span.start)),
      names: pool.list(namesBeside(text, mentions)),
    })
  })
  return { handles: compact(summaries), handleSpans: packedSpans(spans), profileSpans: packedSpans(profileSpans) }
}

/** The places of some of the handles of a file, and those in the URLs of their profiles. */
export function placesOfHandles(
  { handles, handleSpans, profileSpans }: SummaryHandles,
  isWanted: (handle: SummaryHandle) => boolean,
): { readonly spans: Span[]; readonly profiles: Span[] } {
  const places = (packed: PackedSpans, countOf: (handle: SummaryHandle) => number) => {
    const spans = unpackedSpans(packed)
    let end = 0
    return handles.flatMap((handle) => {
      const start = end
      end += countOf(handle)
      return isWanted(handle) ? spans.slice(start, end) : []
    })
  }
  return {
    spans: places(handleSpans, ({ count }) => count),
    profiles: places(profileSpans, ({ profiles }) => profiles),
  }
}

/** Whether a file says the same of a handle as another one, or before. */
export function isSameHandle(one: SummaryHandle, other: SummaryHandle): boolean {
  if (one.name !== other.name || one.count !== other.count || one.profiles !== other.profiles) return false
  return one.listed === other.listed && isSameList(one.names, other.names)
}

function profilesOf(text: string, name: string, mentions: readonly Handle[]): Span[] {
  const profiles: Span[] = []
  for (const mention of mentions) {
    const profile = linkedAccount(text, mention)
    if (profile && slice(text, profile).toLowerCase() === name.toLowerCase()) profiles.push(profile)
  }
  return profiles
}

function namesBeside(text: string, mentions: readonly Handle[]): string[] {
  return [...new Set(mentions.flatMap((mention) => nameBeside(text, mention) ?? []))]
}
