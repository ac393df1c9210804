import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, type TestContext, test } from 'node:test'
import { fullCapabilities } from '../support/capabilities.ts'
import { minutes, minutesAfter } from '../support/command.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { commitAll, git } from '../support/git.ts'
import { Client, type ClientOptions } from './client.ts'

const report = 'call/20250313.md'
const hidden = 'crane/20250312.md'

/** What is wrong with the disk, as a program that Node loads before. Permissions stop nobody who is root, so that they are played. */
const disks = {
  'more files are open than may be': refusing('readFileSync', hidden, 'EMFILE', 'too many open files'),
  'a file may not be read': refusing('readFileSync', hidden, 'EACCES', 'permission denied'),
  'a file cannot be read': refusing('readFileSync', hidden, 'EIO', 'i/o error'),
  'a folder may not be looked into': refusing('readdirSync', 'crane', 'EACCES', 'permission denied'),
}

const notWatching = `
  const fs = require('node:fs')
  fs.watch = () => {
    throw Object.assign(new Error('ENOSPC: System limit for number of file watchers reached'), { code: 'ENOSPC' })
  }`

const { didChangeWatchedFiles: _, ...notWatchingWorkspace } = fullCapabilities.workspace!

describe('where', () => {
  for (const [name, program] of Object.entries(disks)) {
    test(`${name}, that is told, and the rest is checked`, async (t) => {
      const { folder, client, rules } = await on(program, t)
      folder.write('call/20250306.md', '# Call 2025-03-05\n')
      await client.filesChanged([folder.uriOf('call/20250306.md')])
      assert.deepEqual(await rules('call/20250306.md'), ['date-mismatch'])
      await client.until(() => client.logged.some((message) => message.includes('cannot be read')))
      await rules(report)
      const { status, out, err } = minutesAfter(folder.at('.disk.cjs'), folder.root, 'check')
      assert.equal(status, 2)
      assert.match(out, /date-mismatch/)
      assert.match(err, /^minutes: .*crane.* cannot be read: [A-Z]+: .*\n$/)
    })
  }

  test('few files may be open, many are read', { skip: process.platform === 'win32' }, (t) => {
    const many = Array.from({ length: 300 }, (_, at) => [`crane/notes-${at}.md`, '# Notes\n'])
    const folder = new Folder(t, { ...smallRepository(), ...Object.fromEntries(many) })
    const command = `ulimit -n 40; exec "${process.execPath}" "${process.cwd()}/dist/cli.js" check`
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder.root, encoding: 'utf8' })
    assert.deepEqual([status, stderr], [1, ''])
    assert.match(stdout, /stale-minutes-line/)
  })

  test('no file system watches, that is told once, and an open file is read anew', async (t) => {
    const capabilities = { ...fullCapabilities, workspace: notWatchingWorkspace }
    const { client, rules } = await on(notWatching, t, { capabilities })
    assert.deepEqual(await rules(report), ['stale-minutes-line'])
    const told = client.logged.filter((message) => message.includes('are not seen'))
    assert.equal(told.length, 1)
    assert.match(told[0]!, /Open a file again to refresh its findings\.$/)
  })

  test('the checkout is a worktree, or has no commit yet, all is as elsewhere', async (t) => {
    const folder = new Folder(t, smallRepository())
    git(folder.root, 'init', '-q', '-b', 'main')
    assert.equal(minutes(folder.root, 'check').status, 1)
    commitAll(folder)
    const other = new Folder(t)
    git(folder.root, 'worktree', 'add', '-q', '-b', 'other', other.at('tree'))
    const [here, there] = [folder.root, other.at('tree')].map((root) => minutes(root, 'check'))
    assert.deepEqual(there, here)
    assert.match(there!.out, /stale-minutes-line/)
    other.write('tree/crane/20250305.md', '# Crane 2025-03-04\n')
    assert.match(minutes(other.at('tree'), 'check', '--since', 'HEAD').out, /date-mismatch/)
    const client = await Client.during(t, [other.uriOf('tree')])
    const uri = other.uriOf(`tree/${report}`)
    await client.open(uri, other.read(`tree/${report}`))
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['stale-minutes-line'],
    )
  })
})

/** A server that has the small repository on such a disk. */
async function on(program: string, t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, { ...smallRepository(), '.disk.cjs': program })
  const command = [process.execPath, '--require', folder.at('.disk.cjs'), 'dist/server.js', '--stdio']
  const client = await Client.during(t, [folder.uri], { ...options, command })
  const rules = async (path: string) => {
    await client.open(folder.uriOf(path), folder.read(path))
    return (await client.diagnostics(folder.uriOf(path))).map(({ code }) => code)
  }
  return { folder, client, rules }
}

/** A function of `fs` that fails for what ends with a path. */
function refusing(name: string, path: string, code: string, message: string): string {
  return `
    const fs = require('node:fs')
    const real = fs.${name}
    fs.${name} = (file, ...more) => {
      if (String(file).endsWith('${path}')) throw Object.assign(new Error('${code}: ${message}'), { code: '${code}' })
      return real(file, ...more)
    }`
}
