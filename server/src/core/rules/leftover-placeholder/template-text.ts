import { type Placeholder, proseLinesOf } from '../../minutes/placeholder.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Subject } from '../rule.ts'

/** The lines that one of the repository's templates has for somebody to replace, where nobody did. */
export function templateTextOf({ minutes, repository }: Subject<object>, found: readonly Placeholder[]): Span[] {
  const { habits } = repository
  if (!habits.hasTemplateLines) return []
  const told = new Set(found.map(({ line }) => line.start))
  const isLeft = (line: Span) => habits.isOfTemplate(slice(minutes.text, line)) && !told.has(line.start)
  return [...proseLinesOf(minutes)].filter(isLeft)
}
