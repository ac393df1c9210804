import type { Repository } from '../../repository/repository.ts'
import type { Summary } from '../../repository/summary.ts'
import { teamName } from '../../repository/team-name.ts'
import { unpackedSpan } from '../../text/packed.ts'
import { nameOf } from '../../text/path.ts'
import type { Span } from '../../text/span.ts'
import { folded } from './closeness.ts'
import { type Candidate, Search } from './search.ts'
import { type SymbolFile, SymbolIndex } from './symbol-index.ts'

/** Something that has a name, in any file of a repository. */
export interface FoundSymbol {
  readonly kind: 'meeting' | 'topic' | 'action'
  readonly name: string
  /** The meeting that it belongs to, and whether it is done; empty where nothing is to be said. */
  readonly container: string
  readonly path: string
  readonly span: Span
  /** More is better: it tells first how closely it fits, then how new it is. */
  readonly rank: number
}

export interface SymbolQuery {
  /** What is typed. */
  readonly text: string
  /** So many answers at the most. */
  readonly most: number
  /** Whether the editor itself finds headings, as VS Code does: nobody wants to read them twice. */
  readonly hostReadsMarkdown: boolean
}

/** Nobody types more. */
const longestQuery = 100
const mostWords = 8

/**
 * The meetings, topics and actions that fit what is typed, the closest first and of those that are equally close the newest. Several words
 * may stand in any order, and all but one of them in the name of the meeting. Who types nothing is shown the newest meetings.
 */
export function findSymbols({ text, most, hostReadsMarkdown }: SymbolQuery, repository: Repository): FoundSymbol[] {
  if (!repository.holdsMinutes) return []
  const index = repository.derived(SymbolIndex)
  index.nameMeetings((folder) => teamOf(folder, repository))
  const words = folded(text.slice(0, longestQuery)).split(/\s+/).filter(Boolean).slice(0, mostWords)
  const search = new Search(words, index.meetings, most)
  if (words.length && !hostReadsMarkdown) {
    search.add('topic', index.headings, (candidate) => isTopic(candidate, index, repository))
  }
  if (words.length) search.add('action', index.actions)
  return search.best.map((candidate) => toSymbol(candidate, index))
}

/** What is found in several repositories, as if it were one. */
export function bestOf<Found extends { readonly rank: number }>(found: readonly Found[], most: number): Found[] {
  return found.toSorted((a, b) => b.rank - a.rank).slice(0, most)
}

/** What the team of a folder was called last. */
function teamOf(folder: string, repository: Repository): string {
  const last = repository.series(folder)?.meetings.at(-1)
  return last ? teamName(folder, last.day, repository) : nameOf(folder)
}

/** A heading that every meeting has is no topic, nor is that of a team's section in a report. */
function isTopic({ id, file }: Candidate, index: SymbolIndex, repository: Repository): boolean {
  const { folder, summary } = file
  const heading = summary.headings[topicIn(file, id, index)]
  if (!heading || repository.series(folder)?.isStanding(heading.title)) return false
  return !(repository.isReport(summary.path) && repository.teams.knows(heading.title))
}

/** Where the first heading of a name that may be a topic stands among the headings; -1 when there is none. */
function topicIn({ headings, summary }: SymbolFile, id: number, index: SymbolIndex): number {
  return summary.headings.findIndex((heading, at) => headings[at] === id && index.mayBeTopic(heading))
}

function toSymbol({ kind, id, file, rank }: Candidate, index: SymbolIndex): FoundSymbol {
  const { meetings, headings, actions } = index
  const { summary, meeting } = file
  const { path } = summary
  const around = meeting === undefined ? '' : meetings.text(meeting)
  if (kind === 'meeting') return { kind, name: around, container: '', path, span: titleOf(summary), rank }
  if (kind === 'topic') {
    const span = unpackedSpan(summary.headingSpans, topicIn(file, id, index))
    return { kind, name: headings.text(id), container: around, path, span, rank }
  }
  const { marker, text, done } = summary.actions[file.actions.indexOf(id)]!
  const container = done ? [around, 'done'].filter(Boolean).join(' · ') : around
  const span = { start: marker.start, end: Math.max(marker.end, text.end) }
  return { kind, name: actions.text(id), container, path, span, rank }
}

function titleOf({ headings, headingSpans }: Summary): Span {
  return headings.length ? unpackedSpan(headingSpans, 0) : { start: 0, end: 0 }
}
