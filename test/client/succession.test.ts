import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { type Runnable, Succession } from '../../client/src/succession.ts'

describe('what follows something that runs', () => {
  test('is started when that has ended', async () => {
    const { happened, runnable, succession } = stage()
    await succession.follow(runnable('a'))
    await succession.follow(runnable('b'))
    await succession.follow(undefined)
    assert.deepEqual(happened, ['a starts', 'a runs', 'a ends', 'b starts', 'b runs', 'b ends'])
  })

  test('lets that start before it is ended', async () => {
    const { happened, runnable, succession } = stage()
    const { started, goOn } = waiting()
    void succession.follow(runnable('slow', started))
    await setImmediate()
    const followed = succession.follow(runnable('next'))
    await setImmediate()
    assert.deepEqual(happened, ['slow starts'])
    goOn()
    await followed
    assert.deepEqual(happened, ['slow starts', 'slow runs', 'slow ends', 'next starts', 'next runs'])
  })

  test('is not started when another follows it', async () => {
    const { happened, runnable, succession } = stage()
    const { started, goOn } = waiting()
    void succession.follow(runnable('slow', started))
    await setImmediate()
    void succession.follow(runnable('never'))
    const followed = succession.follow(runnable('last'))
    goOn()
    await followed
    assert.deepEqual(happened, ['slow starts', 'slow runs', 'slow ends', 'never ends', 'last starts', 'last runs'])
  })
})

function stage() {
  const happened: string[] = []
  const runnable = (name: string, started: Promise<void> = Promise.resolve()): Runnable => ({
    async start() {
      happened.push(`${name} starts`)
      await started
      happened.push(`${name} runs`)
    },
    async end() {
      happened.push(`${name} ends`)
    },
  })
  return { happened, runnable, succession: new Succession() }
}

function waiting() {
  let goOn = () => {}
  const started = new Promise<void>((resolve) => {
    goOn = resolve
  })
  return { started, goOn }
}
