import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, type TestContext, test } from 'node:test'
import { minutes } from '../support/command.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const report = 'call/20250313.md'

describe('a server whose input is broken', () => {
  const inputs = {
    'half a message': 'Content-Length: 500\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"initialize"',
    'half a head': 'Content-Len',
    'no message': 'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'a message that is no JSON': 'Content-Length: 7\r\n\r\n{"json"',
    'a message of no length': 'Content-Length: -5\r\n\r\n{}',
    'bytes of all kinds': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 31) % 256)),
  }
  for (const [name, input] of Object.entries(inputs)) {
    test(`ends with it: ${name}`, async () => {
      const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] })
      server.stdin.on('error', () => {})
      server.stdin.end(input)
      const [status, signal] = await once(server, 'exit')
      assert.deepEqual([typeof status, signal], ['number', null])
    })
  }
})

describe('a server', () => {
  test('takes a message of 50 MB, and answers the next', async (t) => {
    const { client, folder, uri } = await opened(t)
    await client.change(uri, 2, [{ text: 'Blah blah. \n'.repeat(4_400_000) }])
    await client.change(uri, 3, [{ text: folder.read(report) }])
    assert.deepEqual(await rulesOf(client, uri), ['stale-minutes-line'])
  })

  test('that is killed leaves every file as it is, and the next one answers the same', async (t) => {
    const folder = new Folder(t, smallRepository())
    const found: unknown[] = []
    for (let time = 0; time < 3; time += 1) {
      const client = await Client.start([folder.uri])
      await client.open(folder.uriOf(report), folder.read(report))
      found.push(await rulesOf(client, folder.uriOf(report)))
      client.process.kill('SIGKILL')
      await client.exited()
    }
    assert.deepEqual(found, [['stale-minutes-line'], ['stale-minutes-line'], ['stale-minutes-line']])
    assert.deepEqual(
      Object.keys(smallRepository()).map((path) => folder.read(path)),
      Object.values(smallRepository()),
    )
  })

  test('goes on when every file vanishes while they are read', async (t) => {
    const { client, folder, uri } = await opened(t)
    const paths = Object.keys(smallRepository()).filter((path) => path !== report)
    for (const path of paths) folder.remove(path)
    await client.filesChanged(paths.map((path) => folder.uriOf(path)))
    assert.deepEqual(await rulesOf(client, uri), [])
  })

  test('answers while the settings change under it', async (t) => {
    const { client, folder, uri } = await opened(t)
    const settings = folder.read('.minutes.json')
    const texts = ['{', settings.replace('{', '{ "rules": { "stale-minutes-line": "off" },'), '', '[]', settings]
    const asked: Promise<unknown>[] = []
    for (const text of texts) {
      folder.write('.minutes.json', text)
      await client.filesChanged([folder.uriOf('.minutes.json')])
      asked.push(rulesOf(client, uri))
    }
    assert.equal((await Promise.all(asked)).length, texts.length)
    assert.deepEqual(await rulesOf(client, uri), ['stale-minutes-line'])
  })
})

describe('a file that is none', () => {
  test('such as a pipe is not waited for', { skip: process.platform === 'win32' }, async (t) => {
    const { client, folder, uri } = await opened(t)
    for (const path of ['crane/20250311.md', '.pipe.md']) spawnSync('mkfifo', [folder.at(path)])
    folder.remove('.minutes.json')
    spawnSync('mkfifo', [folder.at('.minutes.json')])
    await client.filesChanged(['crane/20250311.md', '.minutes.json'].map((path) => folder.uriOf(path)))
    assert.ok(await rulesOf(client, uri))
    const { status, out } = minutes(folder.root, 'check', '--format', 'json')
    assert.ok(status === 0 || status === 1)
    assert.equal(JSON.parse(out).files, 4)
  })
})

describe('a clock that is wrong changes no answer into a crash', () => {
  for (const day of ['1901-02-03', '1969-12-31', '2101-01-01', '9999-12-31']) {
    test(day, async (t) => {
      const folder = new Folder(t, smallRepository())
      const program = `Date = class extends Date { constructor(...args) { args.length ? super(...args) : super('${day}T12:00:00') } static now() { return +new this() } }`
      folder.write('.clock.cjs', program)
      for (const args of [['check'], ['actions'], ['calendar'], ['new', 'crane', '--print'], ['draft', '--print']]) {
        const run = spawnSync(
          process.execPath,
          ['--require', folder.at('.clock.cjs'), `${process.cwd()}/dist/cli.js`, ...args],
          {
            cwd: folder.root,
            encoding: 'utf8',
          },
        )
        assert.ok(run.status !== null && run.status <= 2, `${args.join(' ')}: ${run.stderr}`)
        assert.doesNotMatch(run.stderr, /\n\s+at /, run.stderr)
      }
    })
  }
})

async function opened(t: TestContext) {
  const folder = new Folder(t, smallRepository())
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf(report)
  await client.open(uri, folder.read(report))
  return { client, folder, uri }
}

async function rulesOf(client: Client, uri: string): Promise<unknown[]> {
  return (await client.diagnostics(uri)).map(({ code }) => code)
}
