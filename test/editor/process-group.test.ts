import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startGroup } from '../../scripts/process-group.mjs'
import { Folder } from '../support/folder.ts'

/** Ends a little later than whatever has started it, and leaves a file then. */
const late = `setTimeout(() => require('node:fs').writeFileSync('left', ''), 700)`
const starting = (program: string) =>
  `require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(program)}], { stdio: 'ignore' })`

describe('a group of processes', { skip: process.platform === 'win32' && 'Windows has none' }, () => {
  test('has ended when the last of them has', async (t) => {
    const folder = new Folder(t)
    const group = startGroup(process.execPath, ['--eval', `${starting(late)}.unref()`], {
      cwd: folder.root,
      stdio: 'ignore',
    })
    await once(group.leader, 'exit')
    assert.equal(existsSync(folder.at('left')), false)
    await group.ended
    assert.equal(existsSync(folder.at('left')), true)
  })

  test('ends when it is stopped', async (t) => {
    const folder = new Folder(t)
    const waiting = `${starting(late)}; setInterval(() => {}, 1000); process.stdout.write('ready')`
    const group = startGroup(process.execPath, ['--eval', waiting], {
      cwd: folder.root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(group.leader.stdout!, 'data')
    await group.stop()
    assert.equal(group.leader.signalCode, 'SIGTERM')
    assert.equal(existsSync(folder.at('left')), true)
  })

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    test(`ends when ${signal} ends the process that has started it`, async () => {
      const program = `
        import { startGroup } from '${pathToFileURL(resolve('scripts/process-group.mjs'))}'
        const { leader } = startGroup(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
        console.log(leader.pid)`
      const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [pid] = await once(owner.stdout, 'data')
      owner.kill(signal)
      assert.deepEqual(await once(owner, 'close'), [null, signal])
      await ended(Number(pid))
    })
  }
})

/** Resolves when there is no such process. */
async function ended(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await setTimeout(20)
  }
}
