import { isProse } from '../../syntax/prose.ts'
import { lineBefore } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'

/** Teams of which nothing has been reported for longer are hardly spoken of. */
const recentDays = 90
const longestName = 60

/**
 * In the prose of a report, once a team's name is begun with a word and a letter ("Team C"): the teams' names as reports spell them.
 * `undefined` elsewhere.
 */
export function completeTeamName({ minutes, repository, offset, today }: Place): Completion[] | undefined {
  const { text, facts, path } = minutes
  const before = slice(text, lineBefore(text, offset, longestName))
  if (!/[\p{L}\p{N}][ ][\p{L}\p{N}]+$/u.test(before) || !repository.isReport(path)) return undefined
  if (!isProse(facts, offset - 1) || facts.headings.some(({ span }) => span.start < offset && offset <= span.end))
    return undefined
  const { teams } = repository
  const day = repository.dayOf(path) ?? today
  const names = teams
    .activeFolders(day, recentDays)
    .map((folder) => teams.titleOf(folder, day) ?? teams.nameOf(folder, day))
  const begun = [...new Set(names)].flatMap((name) => {
    const typed = beginningOf(name, before)
    return typed === undefined ? [] : [{ name, typed }]
  })
  if (!begun.length) return undefined
  return begun.map(({ name, typed }): Completion => {
    const span = { start: offset - typed.length, end: offset }
    return {
      kind: 'section',
      label: name,
      description: '',
      detail: '',
      span,
      newText: name,
      filterText: name,
      asksAgain: true,
    }
  })
}

/** How much of a name stands at the end of a text: its first word and a letter of the next one at least, and not all of it. */
function beginningOf(name: string, before: string): string | undefined {
  const first = name.indexOf(' ')
  if (first < 0) return undefined
  for (let length = first + 2; length < name.length; length += 1) {
    const typed = before.slice(-length)
    const isStart = typed.length === length && !/[\p{L}\p{N}@/#.-]/u.test(before.at(-length - 1) ?? '')
    if (isStart && name.toLowerCase().startsWith(typed.toLowerCase())) return typed
  }
  return undefined
}
