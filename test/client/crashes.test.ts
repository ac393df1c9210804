import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Crashes, minutes, mostCrashes } from '../../client/src/crashes.ts'

describe('a server that crashes', () => {
  test('is started again four times, and not after the fifth crash in three minutes', () => {
    const crashes = new Crashes()
    assert.deepEqual([mostCrashes, minutes], [5, 3])
    const times = [0, 40_000, 80_000, 120_000, 179_999]
    assert.deepEqual(
      times.map((time) => crashes.add(time)),
      [true, true, true, true, false],
    )
  })

  test('is started again as long as it holds out for a while', () => {
    const crashes = new Crashes()
    for (let time = 0; time < 3_600_000; time += 45_000) assert.ok(crashes.add(time))
  })

  test('begins anew when its user starts it again', () => {
    const crashes = new Crashes()
    for (let time = 0; time < 5; time += 1) crashes.add(time)
    crashes.forget()
    assert.ok(crashes.add(5))
  })
})
