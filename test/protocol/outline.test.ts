import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const crane = 'crane/20250305.md'

describe('document symbols', () => {
  test('are the outline', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    const at = (line: number, start: number, endLine: number, end: number) => ({
      start: { line, character: start },
      end: { line: endLine, character: end },
    })
    assert.deepEqual(await client.symbols(uri), [
      {
        name: 'Crane 2025-03-05',
        detail: 'Wed 2025-03-05 · 1 action',
        kind: lsp.SymbolKind.Event,
        range: at(0, 0, 4, 24),
        selectionRange: at(0, 2, 0, 18),
        children: [
          {
            name: 'Ropes',
            detail: '1 action',
            kind: lsp.SymbolKind.String,
            range: at(2, 0, 4, 24),
            selectionRange: at(2, 3, 2, 8),
            children: [
              {
                name: 'order a rope',
                detail: '@ines',
                kind: lsp.SymbolKind.Boolean,
                range: at(4, 2, 4, 24),
                selectionRange: at(4, 2, 4, 4),
                children: [],
              },
            ],
          },
        ],
      },
    ])
  })

  test('are a list for clients that know no trees', async (t) => {
    const folder = new Folder(t, smallRepository())
    const { documentSymbol: _, ...textDocument } = fullCapabilities.textDocument!
    const client = await Client.during(t, [folder.uri], { capabilities: { ...fullCapabilities, textDocument } })
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    const params = { textDocument: { uri } }
    const symbols = (await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, params)) ?? []
    assert.deepEqual(
      (symbols as lsp.SymbolInformation[]).map(({ name, containerName, location }) => [
        name,
        containerName,
        location.uri === uri && location.range.start.line,
      ]),
      [
        ['Crane 2025-03-05', undefined, 0],
        ['Ropes', 'Crane 2025-03-05', 2],
        ['order a rope', 'Ropes', 4],
      ],
    )
  })

  test('follow each edit', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    await client.symbols(uri)
    const end = { line: 2, character: 8 }
    await client.change(uri, 2, [{ range: { start: end, end }, text: ' and chains' }])
    const [meeting] = await client.symbols(uri)
    assert.equal(meeting!.children![0]!.name, 'Ropes and chains')
    await client.close(uri)
    assert.deepEqual(await client.symbols(uri), [])
  })

  test('can be switched off, and on again', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { settings: { outline: { enabled: false } } })
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    await client.diagnostics(uri)
    assert.deepEqual(await client.symbols(uri), [])
    await client.configure({ outline: { enabled: true } })
    await client.settled()
    assert.equal((await client.symbols(uri)).length, 1)
  })

  test('survive settings that are none', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { settings: { outline: 'often' } })
    await client.until(() => client.logged.some((message) => message.includes('"minutes.outline"')))
    const uri = folder.uriOf(crane)
    await client.open(uri, folder.read(crane))
    assert.equal((await client.symbols(uri)).length, 1)
  })

  test('lie inside of each other, in the whole sample', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    const paths = readdirSync(folder.root, { recursive: true }).map(String)
    for (const path of paths.filter((path) => path.endsWith('.md'))) {
      await client.open(folder.uriOf(path), folder.read(path))
      const symbols = await client.symbols(folder.uriOf(path))
      assert.ok(symbols.length > 0, path)
      assertNested(symbols, path)
    }
  })
})

function assertNested(symbols: readonly lsp.DocumentSymbol[], path: string, around?: lsp.Range): void {
  for (const { name, range, selectionRange, children } of symbols) {
    assert.ok(name.trim(), `${path}: a symbol has a name`)
    assert.ok(isInside(selectionRange, range), `${path}: the selection of "${name}" lies in its range`)
    assert.ok(!around || isInside(range, around), `${path}: "${name}" lies in what holds it`)
    assertNested(children ?? [], path, range)
  }
}

function isInside(inner: lsp.Range, outer: lsp.Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end)
}

function isBefore(a: lsp.Position, b: lsp.Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
