import type { Action } from '../../minutes/action.ts'
import { parseIssueUrl } from '../../minutes/issue-url.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Lead } from '../../repository/lead.ts'
import type { Person } from '../../repository/person.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Heading, Link } from '../../syntax/facts.ts'
import { type Span, slice, touches } from '../../text/span.ts'
import type { Place } from './place.ts'

/** What stands at a place, and means something elsewhere too. The span is what a reader takes for it. */
export type Mention =
  | { readonly kind: 'handle'; readonly span: Span; readonly person: Person }
  | { readonly kind: 'issue'; readonly span: Span; readonly issue: string }
  | { readonly kind: 'link'; readonly span: Span; readonly link: Link; readonly lead: Lead }
  | { readonly kind: 'heading'; readonly span: Span; readonly heading: Heading }
  | { readonly kind: 'action'; readonly span: Span; readonly action: Action; readonly owners: readonly Person[] }

/** The innermost thing at a place that can be followed; `undefined` for prose. */
export function mentionAt({ minutes, repository, offset }: Place): Mention | undefined {
  return (
    handleAt(minutes, repository, offset) ??
    linkAt(minutes, repository, offset) ??
    shorthandAt(minutes, repository, offset) ??
    headingAt(minutes, offset) ??
    actionAt(minutes, repository, offset)
  )
}

function handleAt({ handles }: Minutes, { people }: Repository, offset: number): Mention | undefined {
  const handle = itemAt(handles, offset, ({ span }) => span)
  const person = handle && people.of(handle.name)
  return person && { kind: 'handle', span: handle.span, person }
}

function linkAt({ facts, text, path }: Minutes, repository: Repository, offset: number): Mention | undefined {
  const link = itemAt(facts.links, offset, ({ span }) => span)
  if (!link) return undefined
  const lead = repository.leadOf(slice(text, link.destination), path)
  if (lead) return { kind: 'link', span: link.span, link, lead }
  const issue = link.kind === 'definition' ? undefined : parseIssueUrl(slice(text, link.destination))
  return issue && { kind: 'issue', span: link.span, issue: issue.issue }
}

function shorthandAt({ shorthands, path }: Minutes, { issues }: Repository, offset: number): Mention | undefined {
  const shorthand = itemAt(shorthands, offset, ({ span }) => span)
  const issue = shorthand && issues.meantBy(shorthand, path)
  return issue === undefined ? undefined : { kind: 'issue', span: shorthand!.span, issue }
}

function headingAt({ facts }: Minutes, offset: number): Mention | undefined {
  const heading = itemAt(facts.headings, offset, ({ span }) => span)
  return heading && { kind: 'heading', span: heading.content, heading }
}

function actionAt({ actions }: Minutes, { people }: Repository, offset: number): Mention | undefined {
  const action = itemAt(actions, offset, ({ marker }) => marker)
  const owners = action?.owners.flatMap((owner) => people.of(owner) ?? [])
  return owners?.length ? { kind: 'action', span: action!.marker, action: action!, owners } : undefined
}

/** Where two items meet, the second one is meant; of two that stand in each other, the inner one. */
function itemAt<Item>(items: readonly Item[], offset: number, spanOf: (item: Item) => Span): Item | undefined {
  const touched = items.filter((item) => touches(spanOf(item), offset))
  return touched.findLast((item) => offset < spanOf(item).end) ?? touched.at(-1)
}
