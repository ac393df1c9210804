import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { meetingDateOf } from '../../server/src/core/minutes/meeting-date.ts'
import { readWorkspace } from '../cases/stage.ts'
import { expandSnippet, variablesOf } from './expand.ts'

const today = '2025-03-13'
const report = 'call/20250313.md'
const minutes = 'crane/20250312.md'

/** A repository in which all rules have something to say, even those that are off. */
const repository = new Map([
  ['.minutes.json', settings()],
  ['crane/20250305.md', '# Team Crane 2025-03-05\n'],
  ['call/20250306.md', '# Call 2025-03-06\n\n## Team Crane\n\nMinutes: none yet\n'],
])

const snippets: Record<string, { prefix: string; body: string[] }> = JSON.parse(
  readFileSync('snippets/minutes.json', 'utf8'),
)

for (const [name, { body }] of Object.entries(snippets)) {
  test(`${name}, with its defaults, has nothing wrong in it`, () => {
    for (const path of [report, minutes]) {
      const text = expandSnippet(body, variablesOf(`/m/${path}`, today))
      // Who "@someone" is, is told while the minutes are written.
      const workspace = readWorkspace([...repository, [path, text]], meetingDateOf(path)!.iso!)
      assert.deepEqual(workspace.check(workspace.minutes(path)!), [], `${path}:\n${text}`)
    }
  })
}

test('the repository is one in which the rules find something', () => {
  const text = '# Call 2025-03-06\n\n## Team Crane\n\nMinutes: none yet\n'
  const workspace = readWorkspace([...repository, [minutes, '# Team Crane 2025-03-12\n'], [report, text]], today)
  const found = workspace.check(workspace.minutes(report)!).map(({ rule }) => rule)
  assert.deepEqual(found, ['date-mismatch', 'stale-minutes-line'])
})

function settings(): string {
  return JSON.stringify({
    forge: 'https://github.com/lighthouse-commons/minutes',
    reports: ['call'],
    teams: [{ name: 'Team Crane', folder: 'crane' }],
    rules: { 'missing-minutes-line': 'warning' },
  })
}
