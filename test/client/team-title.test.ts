import assert from 'node:assert/strict'
import test from 'node:test'
import { teamTitle } from '../../client/src/team-title.ts'

test('the folder stands beside a name that does not tell it', () => {
  const teams = [
    { name: 'Team Crane', folder: 'crane' },
    { name: 'crane', folder: 'crane' },
    { name: 'ropes', folder: '' },
    { name: 'ropes', folder: 'crew/ropes' },
  ]
  assert.deepEqual(teams.map(teamTitle), ['Team Crane (crane)', 'crane', 'ropes (.)', 'ropes (crew/ropes)'])
})
