import { linkedProfile } from '../../minutes/profile.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { isImpossibleHandle } from '../../repository/forge-handle.ts'
import { peopleMeantBy } from '../../repository/misspelling.ts'
import type { Person } from '../../repository/person.ts'
import type { Span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'unknown-handle',
  title: 'Handle that is probably mistyped',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    mistyped:
      '@{name} looks like @{right}, mistyped, who is far better known here. A wrong handle reaches nobody, or a stranger. Write @{right}, or add @{name} to "people" in .minutes.json.',
    alias:
      '@{name} means @{right}, says .minutes.json. Whoever is named by another handle is not told, and is missing where people look for their actions. Write @{right}.',
  },
  *check({ minutes, repository }) {
    const meant = new Map<string, readonly Person[]>()
    for (const handle of minutes.handles) {
      const { name, span } = handle
      if (linkedProfile(minutes.text, handle) !== undefined || isImpossibleHandle(name, repository.forge)) continue
      const people = meant.get(name) ?? peopleMeantBy(name, minutes.path, repository)
      meant.set(name, people)
      const [likeliest] = people
      if (!likeliest) continue
      yield {
        span,
        message: repository.people.isAlias(name) ? 'alias' : 'mistyped',
        data: { name, right: likeliest.handle },
        fixes: () => fixesOf(people, minutes.path, span),
      }
    }
  },
})

const mostFixes = 3

function fixesOf(people: readonly Person[], path: string, span: Span): Fix[] {
  return people.slice(0, mostFixes).map(({ handle }) => suggestion(`Write @${handle}`, path, span, `@${handle}`))
}
