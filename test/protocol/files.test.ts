import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const report = 'call/20250313.md'
const newest = 'crane/20250312.md'
const linked = `Minutes: ${urlOf(newest)}`

/** How the server hears of files: from the client, or by looking itself. */
const ways: { name: string; options: ClientOptions; tells: boolean }[] = [
  { name: 'told by the client', options: {}, tells: true },
  {
    name: 'seen by the server',
    options: {
      capabilities: { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: {} } },
    },
    tells: false,
  },
]

for (const { name, options, tells } of ways) {
  describe(`changes of files, ${name}`, () => {
    /** A client that has the report open, and what it takes to wait for its findings. */
    async function opened(folder: Folder, client: Client) {
      const uri = folder.uriOf(report)
      await client.open(uri, folder.read(report))
      const first = await client.diagnostics(uri)
      const afterwards = async (paths: readonly string[], codes: readonly string[], type?: lsp.FileChangeType) => {
        if (tells)
          await client.filesChanged(
            paths.map((path) => folder.uriOf(path)),
            type,
          )
        let found = await client.diagnostics(uri)
        while (found.map(({ code }) => code).join() !== codes.join()) {
          const before = client.refreshes
          await client.until(() => client.refreshes > before)
          found = await client.diagnostics(uri)
        }
      }
      return { first, afterwards }
    }

    test('minutes appear, change and vanish', async (t) => {
      const folder = new Folder(t, smallRepository())
      folder.remove(newest)
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.deepEqual(first, [])
      folder.write(newest, '# Crane 2025-03-12\n')
      await afterwards([newest], ['stale-minutes-line'], lsp.FileChangeType.Created)
      folder.remove(newest)
      await afterwards([newest], [], lsp.FileChangeType.Deleted)
    })

    test('a file is replaced again and again', async (t) => {
      const folder = new Folder(t, smallRepository(linked.replace('.md', '.md#hooks')))
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.deepEqual(first, [])
      for (const [heading, codes] of [
        ['Ropes', ['broken-minutes-link']],
        ['Hooks', []],
        ['Chains', ['broken-minutes-link']],
      ] as const) {
        folder.write('crane/new.tmp', `# Crane 2025-03-12\n\n## ${heading}\n`)
        folder.rename('crane/new.tmp', newest)
        await afterwards([newest], codes)
      }
    })

    test('a file is renamed', async (t) => {
      const folder = new Folder(t, smallRepository(linked))
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.deepEqual(first, [])
      folder.rename(newest, 'crane/20250311.md')
      await afterwards([newest, 'crane/20250311.md'], ['broken-minutes-link'])
    })

    test('a folder is deleted and restored as a whole', async (t) => {
      const folder = new Folder(t, smallRepository(linked))
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.deepEqual(first, [])
      folder.rename('crane', 'elsewhere/crane')
      await afterwards(['crane', 'elsewhere'], ['broken-minutes-link'])
      folder.rename('elsewhere/crane', 'crane')
      await afterwards(['crane', 'elsewhere/crane'], [])
      folder.write(newest, '# Crane 2025-03-12\n')
      folder.remove(newest)
      await afterwards([newest], ['broken-minutes-link'])
    })

    test('.minutes.json changes on the disk', async (t) => {
      const folder = new Folder(t, smallRepository())
      const settings = folder.read('.minutes.json')
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.equal(first.length, 1)
      folder.write('.minutes.json', settings.replace('{', '{ "ignore": ["call/**"],'))
      await afterwards(['.minutes.json'], [])
      folder.write('.minutes.json', settings)
      await afterwards(['.minutes.json'], ['stale-minutes-line'])
      folder.write('.minutes.json', settings.replace('{', '{ "rules": { "stale-minutes-line": "off" },'))
      await afterwards(['.minutes.json'], [])
      folder.remove('.minutes.json')
      folder.write('.minutes.json', settings)
      await afterwards(['.minutes.json'], ['stale-minutes-line'])
    })

    test('.git/config comes to be', async (t) => {
      const folder = new Folder(t, { ...smallRepository(), '.git/HEAD': 'ref: refs/heads/main\n' })
      const { forge: _, ...settings } = JSON.parse(folder.read('.minutes.json'))
      folder.write('.minutes.json', JSON.stringify(settings))
      folder.write('call/20250306.md', '# Call 2025-03-06\n')
      folder.write(report, `${folder.read(report)}\nhttps://github.com/harbour/minutes/blob/main/crane/20250311.md\n`)
      const client = await Client.during(t, [folder.uri], options)
      const { first, afterwards } = await opened(folder, client)
      assert.deepEqual(
        first.map(({ code }) => code),
        ['stale-minutes-line'],
        'without a forge nobody knows that the URL is one of the repository',
      )
      folder.write('.git/config', '[remote "origin"]\n\turl = git@github.com:harbour/minutes.git\n')
      await afterwards(['.git/config'], ['stale-minutes-line', 'broken-minutes-link'])
    })
  })
}

describe('settings in the editor', () => {
  test('count before those on the disk, until they are closed', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const [uri, settings] = [folder.uriOf(report), folder.uriOf('.minutes.json')]
    const text = folder.read('.minutes.json')
    await client.open(uri, folder.read(report))
    await client.open(settings, text, 'jsonc')
    assert.equal((await client.diagnostics(uri)).length, 1)
    const before = client.refreshes
    await client.change(settings, 2, [{ text: text.replace('{', '{ "ignore": ["call/**"],') }])
    assert.deepEqual(await client.diagnostics(uri), [])
    await client.close(settings)
    await client.until(() => client.refreshes > before)
    assert.equal((await client.diagnostics(uri)).length, 1)
  })

  test('do not stop the server when they are broken', async (t) => {
    const folder = new Folder(t, { ...smallRepository(), '.minutes.json': '{ "reports": [["call' })
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(report)
    await client.open(uri, '# Call 2025-03-06\n')
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['date-mismatch'],
    )
  })

  test('leave the text of an open document alone when it is ignored no more', async (t) => {
    const folder = new Folder(t, smallRepository())
    const text = folder.read('.minutes.json')
    folder.write('.minutes.json', text.replace('{', '{ "ignore": ["crane/20250312.md"],'))
    folder.write(report, folder.read(report).replace('Minutes:', `${linked}#chains`))
    const client = await Client.during(t, [folder.uri])
    const [uri, other] = [folder.uriOf(report), folder.uriOf(newest)]
    await client.open(uri, folder.read(report))
    await client.open(other, '# Crane 2025-03-12\n\n## Chains\n')
    folder.write('.minutes.json', text)
    await client.filesChanged([folder.uriOf('.minutes.json')])
    assert.deepEqual(await client.diagnostics(uri), [])
  })
})

test('files that nobody asks for change no answer', async (t) => {
  const folder = new Folder(t, { ...smallRepository(), 'crane/hook.png': '' })
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf(report)
  await client.open(uri, folder.read(report))
  const { resultId } = await client.report(uri)
  folder.write('.git/index', 'x')
  folder.write('node_modules/a/20250312.md', '# A\n')
  folder.write('crane/hook.png', 'x')
  const seen = ['.git/index', 'node_modules/a/20250312.md', report, 'crane/hook.png']
  await client.filesChanged(seen.map((path) => folder.uriOf(path)))
  assert.equal((await client.report(uri, resultId)).kind, 'unchanged')
})
