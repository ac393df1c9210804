import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pathOf, rootOf } from '../../server/src/lsp/convert.ts'
import { type About, aboutChangedNotification } from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const report = 'call/20250313.md'

async function about(client: Client, uri: string): Promise<About | null> {
  return client.connection.sendRequest('minutes/about', { uri })
}

async function open(client: Client, folder: Folder, path: string): Promise<string> {
  const uri = folder.uriOf(path)
  await client.open(uri, folder.read(path))
  return uri
}

describe('minutes/about', () => {
  const expected: Record<string, About> = {
    'platform/20251217.md': {
      repository: 'minutes',
      kind: 'minutes',
      team: 'Team Platform',
      date: '2025-12-17',
      weekday: 'Wed',
    },
    'data/20240205.md': {
      repository: 'minutes',
      kind: 'minutes',
      team: 'Team Storage',
      date: '2024-02-05',
      weekday: 'Mon',
    },
    'community-call/20251218.md': {
      repository: 'minutes',
      kind: 'report',
      team: 'community-call',
      date: '2025-12-18',
      weekday: 'Thu',
      reports: true,
    },
    'community-call/template.md': { repository: 'minutes', kind: 'template' },
    'docs/charter.md': { repository: 'minutes', kind: 'page' },
  }

  test('says which repository, team and meeting a document belongs to', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    for (const [path, told] of Object.entries(expected)) {
      const uri = await open(client, folder, path)
      await client.diagnostics(uri)
      assert.deepEqual(await about(client, uri), told, path)
    }
    const settings = await open(client, folder, '.minutes.json')
    assert.equal(await about(client, settings), null)
  })

  test('tells when its answer changes', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    let changes = 0
    client.connection.onNotification(aboutChangedNotification, () => {
      changes += 1
    })
    const uri = await open(client, folder, report)
    assert.equal((await about(client, uri))?.kind, 'report')
    await client.change(uri, 2, [{ text: '# Call 2025-03-13\n\nOne more line\n' }])
    await client.settled()
    assert.equal(changes, 0)
    assert.equal((await about(client, uri))?.kind, 'report')
    const settings = folder.read('.minutes.json').replace('"reports":["call"]', '"reports":[]')
    folder.write('.minutes.json', settings)
    await client.filesChanged([folder.uriOf('.minutes.json')])
    await client.settled()
    assert.equal(changes, 1)
    assert.equal((await about(client, uri))?.kind, 'minutes')
    await client.change(uri, 3, [{ text: '---\ntype: slide\n---\n\n# Call 2025-03-13\n' }])
    await client.settled()
    assert.equal(changes, 2)
  })

  test('says nothing where there are no minutes', async (t) => {
    const folder = new Folder(t, { 'README.md': '# Read me\n' })
    const client = await Client.during(t, [folder.uri])
    assert.equal(await about(client, await open(client, folder, 'README.md')), null)
    assert.equal(await about(client, folder.uriOf('nothing.md')), null)
  })
})

describe('workspace folders', () => {
  test('are repositories of their own', async (t) => {
    const [first, second] = [new Folder(t, smallRepository()), new Folder(t, smallRepository())]
    second.write('.minutes.json', second.read('.minutes.json').replace('{', '{ "ignore": ["call/**"],'))
    const client = await Client.during(t, [first.uri, second.uri])
    assert.equal((await client.diagnostics(await open(client, first, report))).length, 1)
    assert.deepEqual(await client.diagnostics(await open(client, second, report)), [])
  })

  test('come and go', async (t) => {
    const [first, second] = [new Folder(t, smallRepository()), new Folder(t, smallRepository())]
    const client = await Client.during(t, [first.uri])
    const uri = await open(client, second, report)
    assert.deepEqual(await client.diagnostics(uri), [], 'it stands outside of every folder')
    await client.foldersChanged([second.uri], [])
    assert.equal((await client.diagnostics(uri)).length, 1)
    await client.foldersChanged([], [second.uri])
    assert.deepEqual(await client.diagnostics(uri), [])
    assert.equal((await client.diagnostics(await open(client, first, report))).length, 1)
  })

  test('are watched by the server when they come later', async (t) => {
    const [first, second] = [new Folder(t, smallRepository()), new Folder(t, smallRepository())]
    const client = await Client.during(t, [first.uri], {
      capabilities: { workspace: { workspaceFolders: true } },
    })
    const uri = await open(client, second, report)
    await client.foldersChanged([second.uri], [])
    await client.until(() => client.published.get(uri)?.diagnostics.length === 1)
    second.remove('crane/20250312.md')
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0)
  })

  test('may lie in one another: the inner one counts', async (t) => {
    const outer = new Folder(t, { 'notes/20250101.md': '# Notes\n' })
    for (const [path, text] of Object.entries(smallRepository())) outer.write(`inner/${path}`, text)
    const client = await Client.during(t, [outer.uri])
    const uri = await open(client, outer, `inner/${report}`)
    assert.deepEqual(await client.diagnostics(uri), [])
    await client.foldersChanged([outer.uriOf('inner')], [])
    assert.equal((await client.diagnostics(uri)).length, 1)
    await client.foldersChanged([], [outer.uriOf('inner')])
    assert.deepEqual(await client.diagnostics(uri), [])
  })

  test('may be none', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [])
    const uri = await open(client, folder, report)
    assert.deepEqual(await client.diagnostics(uri), [])
    assert.deepEqual(await client.symbols(uri), [])
    assert.deepEqual(await client.completions(uri, { line: 4, character: 8 }), [])
    await client.open('untitled:Untitled-1', '# New\n')
    assert.deepEqual(await client.diagnostics('untitled:Untitled-1'), [])
  })

  test('may be somewhere that the server cannot reach', async (t) => {
    const client = await Client.during(t, ['vscode-vfs://github/harbour/minutes', 'file:///nowhere/at/all'])
    await client.until(() => client.logged.some((message) => message.includes('nowhere/at/all')))
    await client.settled()
  })

  test('may have names that need encoding', async (t) => {
    const folder = new Folder(t)
    const name = 'kräne & co #1 100% 😀'
    for (const [path, text] of Object.entries(smallRepository())) folder.write(`${name}/${path}`, text)
    const client = await Client.during(t, [folder.uriOf(name)])
    const uri = await open(client, folder, `${name}/${report}`)
    assert.equal((await client.diagnostics(uri)).length, 1)
    const written = uri.replaceAll('%20', ' ').replaceAll('&', '%26')
    assert.equal((await client.diagnostics(written)).length, 1, 'however the client writes it')
  })

  test('hold documents that are no minutes, which are left alone', async (t) => {
    const folder = new Folder(t, { ...smallRepository(), 'crane/list.txt': '# Crane 2020-01-01\n' })
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('crane/list.txt')
    await client.open(uri, folder.read('crane/list.txt'), 'plaintext')
    assert.deepEqual(await client.diagnostics(uri), [])
    assert.deepEqual(await client.symbols(uri), [])
  })
})

test('the drive of a folder may be written large or small', () => {
  for (const root of ['file:///C:/Minutes', 'file:///c%3A/Minutes/']) {
    for (const uri of ['file:///c:/Minutes/crane/%23%201.md', 'file:///C%3A/Minutes/crane/%23%201.md']) {
      assert.equal(pathOf(uri, rootOf(root)), 'crane/# 1.md')
    }
  }
})
