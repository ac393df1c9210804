import { getOrInsert } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { headingFinder } from '../../repository/anchor.ts'
import type { Backlink } from '../../repository/backlinks.ts'
import { ownership } from '../../repository/owner-habit.ts'
import type { Repository } from '../../repository/repository.ts'
import { lineAround } from '../../text/lines.ts'
import { type Span, spanOf } from '../../text/span.ts'
import type { Spot } from '../navigation/place.ts'

/** A few words above a line, which lead to the places that they count. */
export interface Lens {
  readonly kind: LensKind
  /** The line's title, or the line. */
  readonly span: Span
  readonly title: string
  /** One at least. */
  readonly spots: readonly Spot[]
}

/** `reports`: those that link these minutes; `actions`: what the team's meeting before left open; `links`: those to a heading. */
export type LensKind = 'reports' | 'actions' | 'links'

/** The lenses of a file, in the order of its lines. `wanted` has the kinds that somebody wants to see. */
export function lensesOf(minutes: Minutes, repository: Repository, wanted: ReadonlySet<LensKind>): Lens[] {
  const backlinks = wanted.has('reports') || wanted.has('links') ? repository.backlinks(minutes.path) : []
  const lenses = [
    wanted.has('reports') ? reportLens(minutes, backlinks, repository) : undefined,
    wanted.has('actions') ? actionLens(minutes, repository) : undefined,
    ...(wanted.has('links') ? linkLenses(minutes, backlinks, repository) : []),
  ]
  return lenses.filter((lens) => lens !== undefined).sort((a, b) => a.span.start - b.span.start)
}

function reportLens(minutes: Minutes, backlinks: readonly Backlink[], repository: Repository): Lens | undefined {
  if (minutes.kind !== 'minutes') return undefined
  const links = backlinks.filter(({ from }) => from !== minutes.path && repository.isReport(from))
  const calls = new Set(links.map(({ from }) => from)).size
  if (!calls) return undefined
  const title = `reported in ${calls === 1 ? 'one call' : `${calls} calls`}`
  return { kind: 'reports', span: titleOf(minutes), title, spots: links.map(spotOf) }
}

/** What was promised in the team's meeting before this one, and not yet done there. */
function actionLens(minutes: Minutes, repository: Repository): Lens | undefined {
  const day = minutes.deck ? undefined : repository.dayOf(minutes.path)
  const series = repository.seriesOf(minutes.path)
  const previous = day && series.previous(day)
  const hasOwner = ownership(series)
  const open = previous ? previous.summary.actions.filter((action) => !action.done && hasOwner(action)) : []
  if (!previous || !open.length) return undefined
  const title = `${open.length === 1 ? 'one open action' : `${open.length} open actions`} from last time`
  const spots = open.map(({ marker }) => ({ path: previous.path, span: marker }))
  return { kind: 'actions', span: titleOf(minutes), title, spots }
}

/** A file's own table of contents says nothing that its reader does not see. */
function linkLenses({ path, facts }: Minutes, backlinks: readonly Backlink[], repository: Repository): Lens[] {
  const find = headingFinder(repository)
  const links = new Map<string, Backlink[]>()
  for (const link of backlinks) {
    const heading = link.from === path ? undefined : find({ path, fragment: link.fragment })
    if (heading) getOrInsert(links, heading.anchor, () => []).push(link)
  }
  return facts.headings.flatMap(({ anchor, content }): Lens[] => {
    const found = links.get(anchor)
    if (!found) return []
    const title = `${found.length === 1 ? 'one link' : `${found.length} links`} to this heading`
    return [{ kind: 'links', span: content, title, spots: found.map(spotOf) }]
  })
}

function titleOf({ facts, text }: Minutes): Span {
  return facts.headings[0]?.content ?? lineAround(text, 0)
}

function spotOf(link: Backlink): Spot {
  return { path: link.from, span: spanOf(link) }
}
