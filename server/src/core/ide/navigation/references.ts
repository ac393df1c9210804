import { headingFinder } from '../../repository/anchor.ts'
import type { Backlink } from '../../repository/backlinks.ts'
import { placesOfHandles } from '../../repository/handle-summary.ts'
import type { Person } from '../../repository/person.ts'
import type { Repository } from '../../repository/repository.ts'
import { slice, spanOf } from '../../text/span.ts'
import { destinationOf } from './destination.ts'
import { issueSpots } from './issue-spots.ts'
import { type Mention, mentionAt } from './mention.ts'
import type { Place, Spot } from './place.ts'

/** Everything that means the same as what stands at a place, by the paths of the files. `declared`: its home is among them. */
export function referencesAt(place: Place, declared: boolean): Spot[] {
  const mention = mentionAt(place)
  if (!mention) return []
  switch (mention.kind) {
    case 'handle':
      return mentionsOf(mention.person, place.repository)
    case 'issue':
      return issueSpots(mention.issue, place.repository)
    case 'action':
      return actionsOf(mention.owners, place.repository)
    case 'heading':
      return linksToHeading(mention, place, declared)
    case 'link':
      return linksLike(mention, place, declared)
  }
}

function mentionsOf(person: Person, repository: Repository): Spot[] {
  return [...person.files.keys()].sort().flatMap((path) => {
    const { spans } = placesOfHandles(repository.summary(path)!, ({ name }) => repository.people.of(name) === person)
    return spans.sort((a, b) => a.start - b.start).map((span) => ({ path, span }))
  })
}

/** The actions of any of some people. */
function actionsOf(owners: readonly Person[], repository: Repository): Spot[] {
  const paths = new Set(owners.flatMap(({ files }) => [...files.keys()]))
  return [...paths].sort().flatMap((path) => {
    const actions = repository.summary(path)?.actions ?? []
    const theirs = actions.filter((action) =>
      action.owners.some((name) => owners.includes(repository.people.of(name)!)),
    )
    return theirs.map(({ marker }) => ({ path, span: marker }))
  })
}

/** The links to a heading's anchor; the first heading of a file stands for the file. */
function linksToHeading(
  { heading, span }: Extract<Mention, { kind: 'heading' }>,
  { minutes: { path, facts }, repository, hostReadsMarkdown }: Place,
  declared: boolean,
): Spot[] {
  const isTitle = facts.headings[0] === heading
  const find = headingFinder(repository)
  const links = repository.backlinks(path).flatMap((link) => {
    const named = find({ path, fragment: link.fragment })?.anchor === heading.anchor
    const isKnown = hostReadsMarkdown && link.by === 'path' && named
    return (named || isTitle) && !isKnown ? [spotOf(link)] : []
  })
  return [...(declared && !hostReadsMarkdown ? [{ path, span }] : []), ...links]
}

/** The links to the same file, or to the same heading of it. */
function linksLike(
  { link, lead }: Extract<Mention, { kind: 'link' }>,
  { minutes, repository, hostReadsMarkdown }: Place,
  declared: boolean,
): Spot[] {
  const find = headingFinder(repository)
  const anchor = find(lead)?.anchor
  const isRelative = lead.by === 'path'
  const url = slice(minutes.text, link.destination)
  /** Of a path, editors know the other paths; of a URL, those that are spelt the same. */
  const isKnown = (other: Backlink) =>
    hostReadsMarkdown &&
    link.kind !== 'literal' &&
    (isRelative ? other.by === 'path' : other.url === url && other.within !== 'prose')
  const links = repository.backlinks(lead.path).filter((other) => {
    if (isKnown(other)) return false
    return anchor === undefined || find({ ...lead, fragment: other.fragment })?.anchor === anchor
  })
  const home = declared && !(hostReadsMarkdown && isRelative) ? destinationOf(lead, repository) : undefined
  return [...(home ? [home] : []), ...links.map(spotOf)]
}

function spotOf(link: Backlink): Spot {
  return { path: link.from, span: spanOf(link) }
}
