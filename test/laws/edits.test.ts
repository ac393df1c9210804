import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { checkMinutes } from '../../server/src/core/rules/check.ts'
import { ruleSettings } from '../../server/src/core/rules/rule-settings.ts'
import { readSettings } from '../../server/src/core/settings/settings.ts'
import { changedSpan } from '../../server/src/core/text/edit.ts'
import { randomFrom } from '../support/random.ts'
import { markdownFiles } from './files.ts'

const files = [...markdownFiles('test'), ...markdownFiles('../shared/corpus')]
const seed = 20250312
const edits = 8
const longestDeletion = 40
/** What people type, and what turns the rest of a file into something else. */
const typed = [
  'a',
  ' ',
  'x y',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '#',
  '# ',
  '\n\n## Ropes\n\n',
  '\n## Ropes\n',
  '- ',
  '\n- [ ] @ines-berg: ',
  '\n  - ',
  '> ',
  '```',
  '\n```\n',
  '~~~\n',
  '    ',
  '<!--',
  '-->',
  '<div>',
  '<pre>\n',
  '---',
  '\n---\n',
  '===',
  '|',
  '[',
  '](',
  '[a]: b\n',
  '[a]',
  '\n\n[a]: https://example.org/\n\n',
  'AI @ines-berg: ',
  '@',
  'Minutes: ',
  'Friday, 2025-03-12',
  '31.06.2025',
  'Passcode: 482913',
  '![x](y.png =300x)',
  '<!-- minutes-allow implausible-date -->',
  'https://github.com/lighthouse-commons/minutes/pull/12',
]

describe('what is read after an edit is what is read from scratch', () => {
  it('in every file, whatever is typed or taken away', () => {
    const random = randomFrom(seed)
    for (const { path, text } of files) {
      let minutes = readMinutes(path, text)
      // Some of what is asked later is known from the first text.
      findingsOf(minutes)
      for (let count = 0; count < edits; count += 1) {
        const edited = editedAtRandom(count % 2 ? editedAtRandom(minutes.text, random) : minutes.text, random)
        const again = readMinutes(path, edited, minutes)
        const anew = readMinutes(path, edited)
        const what = `${path}, seed ${seed}, edit ${count}: ${JSON.stringify(changed(minutes.text, edited))}`
        assert.equal(JSON.stringify(again), JSON.stringify(anew), what)
        assert.deepEqual(findingsOf(again), findingsOf(anew), what)
        minutes = again
      }
    }
  })
})

function editedAtRandom(text: string, random: (limit: number) => number): string {
  const start = random(text.length + 1)
  const deleted = random(3) ? 0 : random(longestDeletion)
  return text.slice(0, start) + (random(4) ? typed[random(typed.length)]! : '') + text.slice(start + deleted)
}

function findingsOf(minutes: Minutes): unknown {
  const repository = new Repository({
    ...readSettings('').settings,
    folderName: 'minutes',
    git: { urls: [], branch: undefined },
  })
  repository.set(summarise(minutes))
  const { settings } = readSettings('{ "rules": { "private-detail": { "passcodes": true } } }')
  return checkMinutes(minutes, repository, ruleSettings(settings), '2025-03-20').map(({ rule, span, message }) => [
    rule,
    span,
    message,
  ])
}

function changed(before: string, after: string): unknown {
  const { start, end } = changedSpan(before, after)
  return [start, before.slice(start, end + before.length - after.length), after.slice(start, end)]
}
