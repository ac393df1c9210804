import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/section.ts'
import type { Repository } from '../../repository/repository.ts'
import { contains, type Span, slice } from '../../text/span.ts'
import type { Read } from './draft.ts'
import { meetingsSince } from './reported-meetings.ts'
import { type TopicItem, topicItems } from './topic-item.ts'

/**
 * The topics of a team's meetings since the last report that its section does not have yet: those behind the last one that it has. What
 * stands before that was there when the list was made, and has been taken out by somebody.
 */
export function newTopics(
  section: Section,
  folders: readonly string[],
  report: Minutes,
  repository: Repository,
  read: Read,
  urlOf: (path: string) => string,
): string[] {
  const meetings = meetingsSince(folders, report.path, repository)
  const topics = meetings.flatMap(({ path }) => {
    const minutes = read(path)
    return minutes ? topicItems(minutes, repository, urlOf) : []
  })
  const known = knownIn(section, report, repository)
  const listed = topics.findLastIndex((topic) => known.has(topic))
  if (listed >= 0) return sources(topics.slice(listed + 1))
  if (!known.hasText) return sources(topics)
  // Whoever has written about these minutes in words of their own needs no list of them.
  const last = meetings.findLastIndex(({ path }) => known.links(path))
  const arrived = new Set(meetings.slice(last + 1).map(({ path }) => path))
  return sources(topics.filter(({ path }) => arrived.has(path)))
}

function sources(topics: readonly TopicItem[]): string[] {
  return topics.map(({ source }) => source)
}

/** What a section, its sub-sections included, says already. */
function knownIn(section: Section, report: Minutes, repository: Repository) {
  const { text, facts, path, minutesLines } = report
  const body = { start: section.heading.span.end, end: section.span.end }
  const said = slice(text, body)
  const targets = facts.links
    .filter(({ span }) => contains(body, span))
    .map(({ destination }) => repository.targetOf(slice(text, destination), path))
  const linked = targets.flatMap((target) => ('path' in target ? [target] : []))
  const lines = minutesLines
    .filter(({ span }) => contains(body, span))
    .map(({ span, link }) => spanOf(span, link?.span))
  return {
    has: ({ path, anchor, source }: TopicItem) =>
      said.includes(source) || (anchor !== '' && linked.some((link) => link.path === path && link.fragment === anchor)),
    links: (path: string) => linked.some((link) => link.path === path),
    hasText: /[\p{L}\p{N}]/u.test(without(text, body, lines)),
  }
}

/** A minutes line with its link, which may stand on the line below. */
function spanOf(line: Span, link: Span = line): Span {
  return { start: line.start, end: Math.max(line.end, link.end) }
}

function without(text: string, { start, end }: Span, spans: readonly Span[]): string {
  const starts = [start, ...spans.map((span) => span.end)]
  return starts.map((from, at) => text.slice(from, spans[at]?.start ?? end)).join('')
}
