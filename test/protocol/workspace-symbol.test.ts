import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const crane = 'crane/20250305.md'

describe('workspace symbols', () => {
  test('are meetings, topics and actions', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const place = (line: number, start: number, end: number) => ({
      uri: folder.uriOf(crane),
      range: { start: { line, character: start }, end: { line, character: end } },
    })
    assert.deepEqual(await client.find('2025-03-05'), [
      { name: 'Team Crane 2025-03-05', kind: lsp.SymbolKind.Event, location: place(0, 2, 18) },
    ])
    assert.deepEqual(await client.find('rope'), [
      { name: 'Ropes', kind: lsp.SymbolKind.String, containerName: 'Team Crane 2025-03-05', location: place(2, 3, 8) },
      {
        name: '@ines: order a rope',
        kind: lsp.SymbolKind.Boolean,
        containerName: 'Team Crane 2025-03-05',
        location: place(4, 2, 24),
      },
    ])
  })

  test('have kinds that the client knows', async (t) => {
    const folder = new Folder(t, smallRepository())
    const { symbol: _, ...workspace } = fullCapabilities.workspace!
    const client = await Client.during(t, [folder.uri], { capabilities: { ...fullCapabilities, workspace } })
    const kinds = async (query: string) => (await client.find(query)).map(({ kind }) => kind)
    assert.deepEqual(await kinds('2025-03-05'), [lsp.SymbolKind.File])
    assert.deepEqual(await kinds('rope'), [lsp.SymbolKind.String, lsp.SymbolKind.Boolean])
  })

  test('leave out what the editor finds itself', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { initializationOptions: { hostReadsMarkdown: true } })
    assert.deepEqual(namesOf(await client.find('rope')), ['@ines: order a rope'])
    assert.deepEqual(namesOf(await client.find('crane 2025-03-05')), ['Team Crane 2025-03-05'])
  })

  test('follow what is typed, and files that come and go', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    await client.find('rope')
    const start = { line: 2, character: 3 }
    await client.change(uri, 2, [{ range: { start, end: { line: 2, character: 8 } }, text: 'Winches' }])
    assert.deepEqual(namesOf(await client.find('winch')), ['Winches'])
    assert.deepEqual(namesOf(await client.find('ropes')), [])
    folder.write('crane/20250319.md', '# Crane 2025-03-19\n\n## Winches\n')
    await client.filesChanged([folder.uriOf('crane/20250319.md')], lsp.FileChangeType.Created)
    assert.deepEqual(
      (await client.find('winch')).map(({ containerName }) => containerName),
      ['Team Crane 2025-03-19', 'Team Crane 2025-03-05'],
    )
    folder.remove('crane/20250319.md')
    await client.filesChanged([folder.uriOf('crane/20250319.md')], lsp.FileChangeType.Deleted)
    assert.deepEqual(namesOf(await client.find('winch')), ['Winches'])
    assert.deepEqual(namesOf(await client.find('crane 03-19')), [])
  })

  test('are called as the team is now', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    assert.equal((await client.find('crane 2025')).length, 2)
    folder.write('.minutes.json', folder.read('.minutes.json').replace('Team Crane', 'Team Hoist'))
    await client.filesChanged([folder.uriOf('.minutes.json')])
    assert.deepEqual(namesOf(await client.find('hoist 2025')), [
      'Team Hoist 2025-03-12 (crane)',
      'Team Hoist 2025-03-05 (crane)',
    ])
  })

  test('come once from a folder within another one', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri, folder.uriOf('crane')])
    const found = await client.find('2025-03-05')
    assert.deepEqual(
      found.map(({ location }) => location.uri),
      [folder.uriOf(crane)],
    )
  })

  test('lead to files with strange names', async (t) => {
    const path = 'Über #1 100%/20250305.md'
    const folder = new Folder(t, { [path]: '# Sea\n\n## Ropes 🪢\n' })
    const client = await Client.during(t, [folder.uri])
    assert.deepEqual(
      (await client.find('ropes')).map(({ location }) => decodeURIComponent(location.uri)),
      [decodeURIComponent(folder.uriOf(path))],
    )
  })

  test('are none where no minutes are', async (t) => {
    const folder = new Folder(t, { 'README.md': '# Ropes\n' })
    const client = await Client.during(t, [folder.uri])
    assert.deepEqual(await client.find('rope'), [])
    assert.deepEqual(await client.find(''), [])
  })

  test('are no more than anybody reads', async (t) => {
    const headings = Array.from({ length: 1200 }, (_, at) => `## Rope ${at}\n`).join('\n')
    const folder = new Folder(t, { 'crane/20250305.md': headings })
    const client = await Client.during(t, [folder.uri])
    assert.equal((await client.find('rope')).length, 500)
  })
})

function namesOf(symbols: readonly lsp.SymbolInformation[]): string[] {
  return symbols.map(({ name }) => name)
}
