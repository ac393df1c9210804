import type { Minutes } from '../../minutes/minutes.ts'
import type { Person } from '../../repository/person.ts'
import { isMissing, isYetToCome, relativeTarget } from '../../repository/relative-links.ts'
import type { Repository } from '../../repository/repository.ts'
import { isImage } from '../../syntax/link.ts'
import { isHidden } from '../../text/path.ts'
import { type Span, slice } from '../../text/span.ts'

/** What a piece of text is, as only the repository can tell. */
export interface Token {
  readonly span: Span
  readonly kind: 'handle' | 'link'
  /** Of a handle, whether other minutes name the person too; of a link, whether it leads to what is here. */
  readonly known: boolean
}

/** The handles and the repository's links of a part of a text, in its order; none that stand in each other. */
export function tokensIn(minutes: Minutes, repository: Repository, part: Span): Token[] {
  const isInPart = ({ start, end }: Span) => start < part.end && part.start < end
  const tokens = [...handlesIn(minutes, repository, isInPart), ...linksIn(minutes, repository, isInPart)]
  tokens.sort((a, b) => a.span.start - b.span.start)
  return tokens.filter(({ span }, at) => span.start >= (tokens[at - 1]?.span.end ?? 0))
}

type Filter = (span: Span) => boolean

function handlesIn({ handles, path }: Minutes, { people }: Repository, isInPart: Filter): Token[] {
  /** A slip may be made twice in a file. */
  const isNamedElsewhere = ({ files }: Person) => files.size > (files.has(path) ? 1 : 0)
  return handles
    .filter(({ span }) => isInPart(span))
    .map(({ span, name }) => {
      const person = people.of(name)
      return { span, kind: 'handle', known: person !== undefined && (person.confirmed || isNamedElsewhere(person)) }
    })
}

/** The URLs; of a reference there is none in its place. */
function linksIn(minutes: Minutes, repository: Repository, isInPart: Filter): Token[] {
  const { facts, text } = minutes
  return facts.links.flatMap((link): Token[] => {
    if (link.kind === 'reference' || isImage(link) || !isInPart(link.destination)) return []
    const url = slice(text, link.destination)
    if (repository.leadOf(url, minutes.path)) return [{ span: link.destination, kind: 'link', known: true }]
    return isDead(url, minutes, repository) ? [{ span: link.destination, kind: 'link', known: false }] : []
  })
}

/** Whether a link should lead to a file that is here, and does not. The next meeting's minutes may be linked before they are there. */
function isDead(url: string, minutes: Minutes, repository: Repository): boolean {
  const target = repository.targetOf(url, minutes.path)
  if (target.kind === 'repository') {
    return !isHidden(target.path) && !isYetToCome(target.path, dated(minutes), repository)
  }
  const relative = target.kind === 'relative' ? relativeTarget(url, minutes.path, repository) : undefined
  return (
    relative !== undefined && isMissing(relative, repository) && !isYetToCome(relative.path, dated(minutes), repository)
  )
}

function dated({ path, date }: Minutes) {
  return { path, date: date?.iso }
}
