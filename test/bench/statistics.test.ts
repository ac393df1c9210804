import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statisticsOf } from '../../scripts/bench/statistics.ts'

test('one value is its own median and its own 95th percentile', () => {
  assert.deepEqual(statisticsOf([7]), { count: 1, median: 7, p95: 7, min: 7, max: 7 })
})

test('the median of an even number of values lies between the two in the middle', () => {
  assert.equal(statisticsOf([4, 1, 3, 2]).median, 2.5)
  assert.equal(statisticsOf([9, 1, 2]).median, 2)
})

test('values are compared as numbers, and five of a hundred are larger than the 95th percentile', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at)
  assert.deepEqual(statisticsOf(values), { count: 100, median: 50.5, p95: 95, min: 1, max: 100 })
})

test('of twenty values the largest alone lies above the 95th percentile', () => {
  const values = Array.from({ length: 20 }, (_, at) => at + 1)
  assert.equal(statisticsOf(values).p95, 19)
})
