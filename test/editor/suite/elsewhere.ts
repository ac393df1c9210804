import assert from 'node:assert/strict'
import processes from 'node:child_process'
import { commands, extensions, workspace } from 'vscode'
import { fileUri, openFile, until } from './window.ts'

/** Runs in a window whose folder has a README and no minutes. */
describe('In a folder without minutes', () => {
  let started = 0
  for (const way of ['fork', 'spawn'] as const) {
    const original = processes[way] as (...args: unknown[]) => processes.ChildProcess
    const counting = (...args: unknown[]) => {
      if (JSON.stringify(args).includes('server.js')) started++
      return original(...args)
    }
    Object.assign(processes, { [way]: counting })
  }

  it('no server is started', async () => {
    await openFile('README.md')
    const extension = extensions.getExtension('minutes.minutes')
    await extension!.activate()
    assert.equal(started, 0)
  })

  it('nor by looking at the view that says how to begin', async () => {
    await commands.executeCommand('minutes.welcome.focus')
    assert.equal(started, 0)
  })

  it('one is started when the first minutes appear', async () => {
    await workspace.fs.writeFile(fileUri('2025-01-09.md'), new TextEncoder().encode('# Team 2025-01-09\n'))
    await until(() => started)
    assert.equal(started, 1)
  })
})
