import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf, isAbout } from '../../client/src/views/actions/groups.ts'
import type { ActionEntry } from '../../server/src/lsp/protocol.ts'

const start = { line: 0, character: 0 }
const placeOf = (day: string) => ({ location: { uri: `file:///${day}.md`, range: { start, end: start } }, day })

function action(text: string, owners: string[], team: string, day: string, mine = false): ActionEntry {
  const state = 'open' as const
  return { id: text, text, owners, team, mine, state, days: 1, meetings: 1, origin: placeOf(day), last: placeOf(day) }
}

const actions = [
  action('oil', ['@ines'], 'Team Harbour', '2025-03-05', true),
  action('count', ['@bo', '@kim'], 'Team Harbour', '2025-03-12'),
  action('ask', [], 'Team Storage', '2025-03-13'),
  action('paint', ['@ines', '@bo'], 'Team Storage', '2025-03-13', true),
]

const drawn = (grouping: Parameters<typeof groupsOf>[1]) =>
  groupsOf(actions, grouping).map(({ label, actions: own }) => `${label}: ${own.map(({ text }) => text).join(' ')}`)

test('actions of the user stand first, the latest promise before the others', () => {
  assert.deepEqual(drawn('owner'), ['Mine: paint oil', '@bo: count', '@kim: count', 'Nobody: ask'])
  assert.deepEqual(drawn('team'), ['Mine: paint oil', 'Team Harbour: count oil', 'Team Storage: paint ask'])
  assert.deepEqual(drawn('meeting'), [
    'Mine: paint oil',
    '2025-03-13 Team Storage: paint ask',
    '2025-03-12 Team Harbour: count',
    '2025-03-05 Team Harbour: oil',
  ])
})

test('where nothing is known of the user, nothing stands before the others', () => {
  assert.deepEqual(
    groupsOf([actions[1]!], 'owner').map(({ mine }) => mine),
    [false, false],
  )
  assert.deepEqual(groupsOf([], 'team'), [])
})

test('a filter looks for all words in what people see', () => {
  assert.ok(isAbout(actions[1]!, 'KIM harb'))
  assert.ok(!isAbout(actions[1]!, 'kim storage'))
  assert.ok(isAbout(actions[1]!, ''))
})
