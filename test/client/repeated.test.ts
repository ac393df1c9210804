import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { Repeated } from '../../client/src/repeated.ts'

describe('a task that is repeated', () => {
  test('is never done twice at once, and once more for all who ask meanwhile', async () => {
    const { happened, goOn, task } = stage()
    const repeated = new Repeated(task)
    const first = repeated.run()
    const others = [repeated.run(), repeated.run()]
    await setImmediate()
    assert.deepEqual(happened, ['1 begins'])
    goOn()
    await setImmediate()
    assert.deepEqual(happened, ['1 begins', '1 ends', '2 begins'])
    goOn()
    await Promise.all([first, ...others])
    assert.deepEqual(happened, ['1 begins', '1 ends', '2 begins', '2 ends'])
  })

  test('is done again later', async () => {
    const { happened, goOn, task } = stage()
    const repeated = new Repeated(task)
    for (const _ of [1, 2]) {
      const done = repeated.run()
      goOn()
      await done
    }
    assert.deepEqual(happened, ['1 begins', '1 ends', '2 begins', '2 ends'])
  })

  test('may fail, and is done again all the same', async () => {
    let times = 0
    const repeated = new Repeated(async () => {
      times += 1
      if (times === 1) throw new Error('no')
    })
    await assert.rejects(repeated.run(), /no/)
    await repeated.run()
    assert.equal(times, 2)
  })

  test('is done for whoever asks while it fails', async () => {
    let times = 0
    const repeated = new Repeated(async () => {
      times += 1
      await setImmediate()
      if (times === 1) throw new Error('no')
    })
    const first = repeated.run()
    await Promise.all([first, repeated.run()])
    assert.equal(times, 2)
  })
})

/** A task that waits each time until it may go on. */
function stage() {
  const happened: string[] = []
  let times = 0
  let goOn = () => {}
  const task = async () => {
    times += 1
    const time = times
    happened.push(`${time} begins`)
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    happened.push(`${time} ends`)
  }
  return { happened, task, goOn: () => goOn() }
}
