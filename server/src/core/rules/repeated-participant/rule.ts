import type { Minutes } from '../../minutes/minutes.ts'
import { pieceWithComma } from '../../minutes/participant-piece.ts'
import type { Participant } from '../../minutes/participants.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { spanOfLine } from '../../text/delete-lines.ts'
import { lineAround, nextLine } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'repeated-participant',
  title: 'Participant who stands in the list twice',
  severity: 'information',
  fix: 'safe',
  scope: 'minutes',
  alone: true,
  options: noOptions,
  messages: {
    repeated:
      '@{name} stands in this list twice. Whoever counts the participants counts one too many. Remove one of the two.',
  },
  *check({ minutes }) {
    for (const { participants } of minutes.participants) {
      // A list in a list groups its people, by team or by day, and a person may belong to two.
      if (participants.length < 2 || participants.some(({ depth, shape }) => depth > 0 || shape === 'row')) continue
      for (const { entry, name } of repeatedIn(minutes, participants)) {
        yield {
          span: entry.people[0]!.span,
          message: 'repeated',
          data: { name },
          fixes: () => (standsAlone(minutes, entry) ? [remove(minutes, entry, name)] : []),
        }
      }
    }
  },
})

interface Repeated {
  readonly entry: Participant
  readonly name: string
}

/** The entries that say what another entry of their group has said. */
function* repeatedIn(minutes: Minutes, participants: readonly Participant[]): Generator<Repeated> {
  const known = new Set<string>()
  for (const entry of participants) {
    const [person] = entry.people
    if (entry.people.length !== 1 || !person!.isHandle) continue
    const key = `${entry.group} ${entry.shape} ${said(minutes, entry)}`
    if (known.has(key)) yield { entry, name: person!.name }
    known.add(key)
  }
}

/** The words of an entry. Emphasis and a stop behind them say nothing. */
function said({ text }: Minutes, { span }: Participant): string {
  return slice(text, span)
    .toLowerCase()
    .replace(/[\s*_.,;]+/g, ' ')
    .trim()
}

/** What stands behind an entry for writers alone would be lost with it, and what stands below it would go to the entry before. */
function standsAlone({ text }: Minutes, { span, shape }: Participant): boolean {
  if (shape !== 'item') return true
  const line = lineAround(text, span.start)
  const below = slice(text, lineAround(text, nextLine(text, line.end)))
  return text.slice(span.end, line.end).trim() === '' && !/^[ \t]+[^\s*+-]/.test(below)
}

function remove({ path, text }: Minutes, entry: Participant, name: string): Fix {
  const span = entry.shape === 'item' ? spanOfLine(text, entry.span.start) : pieceWithComma(text, entry.span)
  return { title: `Remove the repeated @${name}`, safety: 'safe', edits: [edit(path, span, '')] }
}
