import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goalsOf } from '../../scripts/bench/beside/goals.ts'
import { rowOf } from '../../scripts/bench/beside/lockstep.ts'
import { tableOf } from '../../scripts/bench/beside/table.ts'

const samples = (...milliseconds: number[]) => milliseconds.map((each) => ({ milliseconds: each, count: each }))

test('a cell has median and p95, how many times as long as ours it took, and how many results there were', () => {
  const ours = samples(1, 1, 1, 1, 1, 2)
  const row = rowOf('hover', new Map(Object.entries({ minutes: ours, other: samples(3) })), 'texts', 'answer', 900)
  assert.equal(
    tableOf([row], ['minutes', 'other', 'none']).split('\n').at(-1),
    '| hover, ms | p95 ≤ 3: met | 1.00 / 2.00 (1–2) | 3.00 ×3.00 (3) | – |',
  )
})

test('every goal of a row has to be met by ours', () => {
  const row = rowOf('keystroke', new Map([['minutes', samples(1.4)]]), 'findings', 'keystroke', 900)
  assert.match(tableOf([row], ['minutes']), /median ≤ 1.3, p95 ≤ 2: \*\*missed\*\*/)
})

test('larger repositories have goals of their own', () => {
  const mostOf = (files: number) => goalsOf('pull', files).map((goal) => 'atMost' in goal && goal.atMost)
  assert.deepEqual([900, 9_000, 100_000].map(mostOf), [[30], [30], [60]])
})
