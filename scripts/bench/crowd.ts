import { complete } from '../../server/src/core/ide/completion/complete.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { randomFrom } from '../../test/support/random.ts'
import { type Figure, type Sample, timesFigure } from './figure.ts'

const seed = 20230209
const people = 10_000
const files = 500
const participants = 60
const keystrokes = 200
const typed = ['@', '@b', '@be', '@ber', '@xq']
const day = '2025-06-15'

/** How long a keystroke behind an `@` and its completion take in a repository of very many people, without the way to the server and back. */
export function measureCrowd(repository: Repository): Figure {
  const random = randomFrom(seed)
  const syllables = ['an', 'ber', 'cor', 'da', 'el', 'fi', 'gar', 'hu', 'in', 'jo', 'ka', 'lu', 'mar', 'no', 'ol', 'pe']
  const syllable = () => syllables[random(syllables.length)]!
  const names = Array.from({ length: people }, (_, at) => `${syllable()}${syllable()}-${syllable()}${at}`)
  const list = (count: number) => Array.from({ length: count }, () => `- @${names[random(people)]}\n`).join('')
  for (let at = 0; at < files; at += 1) {
    const path = `team-${at % 10}/2024${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}.md`
    repository.set(summarise(readMinutes(path, `# Team\n\n## Participants\n\n${list(participants)}`)))
  }
  repository.set(summarise(readMinutes('all.md', names.map((name) => `@${name}`).join('\n'))))
  const above = `# Team\n\n## Participants\n\n${list(participants / 2)}- `
  const samples = Array.from({ length: keystrokes }, (_, at): Sample => {
    const text = above + typed[at % typed.length]!
    const start = performance.now()
    const minutes = readMinutes('team-1/20250615.md', text)
    repository.set(summarise(minutes))
    const { length } = complete({ minutes, repository, offset: text.length, today: day, hostReadsMarkdown: true })
    return { milliseconds: performance.now() - start, count: length }
  })
  const work = `keystroke and completion among ${repository.people.count} people`
  return timesFigure(work, samples, 'people', { value: 'p95', atMost: 5 })
}
