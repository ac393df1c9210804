import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import type { Span } from '../../server/src/core/text/span.ts'
import type { Document } from './document.ts'
import { type Figure, repeated, timed, timesFigure } from './figure.ts'

const requests = 100
const issue = 'https://github.com/lighthouse-commons/buoys/issues/7'
const goal = { value: 'p95', atMost: 5 } as const

/** Times of what is asked about links, people and headings, some of it in turn, each right after a keystroke elsewhere in the file. */
export async function measureNavigation(document: Document, minutes: Minutes): Promise<Figure[]> {
  const places = placesOf(minutes)
  const figure = async <Answer>(work: string, ask: (at: number) => Promise<Answer>, of: string) => {
    const stroke = (at: number) =>
      timed(
        () => {
          void document.type()
          return ask(at)
        },
        (answer) => (Array.isArray(answer) ? answer.length : answer ? 1 : 0),
      )
    return timesFigure(`keystroke → ${work}`, await repeated(requests, stroke), of, goal)
  }
  const placeAt = (at: number) => places[at % places.length]!
  return [
    await figure('links', () => document.links(), 'links'),
    await figure('code lenses', () => document.lenses(), 'lenses'),
    await figure('inlay hints', () => document.hints(), 'hints'),
    await figure('semantic tokens', () => document.tokens(), 'numbers'),
    await figure('folding ranges', () => document.folds(), 'ranges'),
    await figure('pasted link', (at) => document.paste(issue, { line: at, character: 0 }), 'links'),
    ...(places.length
      ? [
          await figure('definition', (at) => document.definition(placeAt(at)), 'places'),
          await figure('references', (at) => document.references(placeAt(at)), 'places'),
          await figure('highlights', (at) => document.highlights(placeAt(at)), 'places'),
          await figure('hover', (at) => document.hover(placeAt(at)), 'texts'),
          await figure('selection ranges', (at) => document.selections([placeAt(at)]), 'places'),
        ]
      : []),
  ]
}

/** Of each kind, one after the other. */
function placesOf({ text, facts, handles }: Minutes) {
  const lines = new LineIndex(text)
  const kinds: readonly (readonly Span[])[] = [
    facts.links.map(({ destination }) => destination),
    handles.map(({ span }) => span),
    facts.headings.map(({ content }) => content),
  ]
  const longest = Math.max(...kinds.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((spans) => spans[at] ?? []))
    .flat()
    .map(({ start }) => {
      const line = lines.lineAt(start)
      return { line, character: start - lines.start(line) + 1 }
    })
}
