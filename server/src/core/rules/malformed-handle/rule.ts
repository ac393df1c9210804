import { linkedProfile } from '../../minutes/profile.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { isImpossibleHandle } from '../../repository/forge-handle.ts'
import { namedInFull, peopleMeantBy } from '../../repository/misspelling.ts'
import type { Person } from '../../repository/person.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule, type Subject } from '../rule.ts'

export default defineRule({
  id: 'malformed-handle',
  title: 'Handle that nobody can have',
  severity: 'information',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    mistyped:
      'Nobody can be called @{name} on GitHub: a handle has letters, digits and single hyphens between them. So nobody is told of this. @{right} is probably meant.',
    impossible:
      'Nobody can be called @{name} on GitHub: a handle has letters, digits and single hyphens between them. So nobody is told of this. Write the handle that the person has there.',
  },
  *check(subject) {
    const { minutes, repository } = subject
    const meant = new Map<string, readonly Person[]>()
    for (const handle of minutes.handles) {
      const { name, span } = handle
      if (!isImpossibleHandle(name, repository.forge) || linkedProfile(minutes.text, handle) !== undefined) continue
      const people = meant.get(name) ?? peopleMeant(name, subject)
      meant.set(name, people)
      const [right] = people
      if (!right) {
        if (isException(name, repository)) yield { span, message: 'impossible', data: { name } }
        continue
      }
      yield {
        span,
        message: 'mistyped',
        data: { name, right: right.handle },
        fixes: () => people.slice(0, mostFixes).map((person) => write(person, minutes.path, span)),
      }
    }
  },
})

const mostFixes = 3

function peopleMeant(name: string, { minutes, repository }: Subject): readonly Person[] {
  const alike = peopleMeantBy(name, minutes.path, repository)
  return alike.length ? alike : namedInFull(name, repository)
}

const fewestPeople = 20
const commonShare = 0.05

/** Where such names are common, they are those of a chat, and somebody who is often called so has an account elsewhere. */
function isException(name: string, { people }: Repository): boolean {
  const person = people.of(name)
  if (!person || person.confirmed || person.files.size > 1) return false
  return people.count >= fewestPeople && people.unusualCount <= commonShare * people.count
}

function write({ handle }: Person, path: string, span: Span): Fix {
  return suggestion(`Write @${handle}`, path, span, `@${handle}`)
}
