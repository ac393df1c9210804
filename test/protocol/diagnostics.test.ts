import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { Places } from '../../server/src/lsp/convert.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { randomFrom } from '../support/random.ts'
import { Client, withoutPull } from './client.ts'

const report = 'call/20250313.md'
/** The place of the minutes line in the report. */
const line = 4

function codes(diagnostics: readonly lsp.Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code)
}

describe('findings that are asked for', () => {
  test('say what, where and how bad', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(report)
    await client.open(uri, folder.read(report))
    const [found, ...others] = await client.diagnostics(uri)
    assert.deepEqual(others, [])
    assert.deepEqual(found!.range, { start: { line, character: 0 }, end: { line, character: 8 } })
    assert.equal(found!.code, 'stale-minutes-line')
    assert.equal(found!.source, 'minutes')
    assert.equal(found!.severity, 2)
    assert.match(String(found!.message), /crane\/20250312\.md/)
  })

  test('are told once, as long as nothing changes', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(report)
    await client.open(uri, folder.read(report))
    const first = await client.report(uri)
    assert.equal(first.kind, 'full')
    assert.deepEqual(await client.report(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId })
    await client.change(uri, 2, [{ text: `${folder.read(report)}\n` }])
    const second = await client.report(uri, first.resultId)
    assert.equal(second.kind, 'full')
    assert.notEqual(second.resultId, first.resultId)
  })

  test('are told again by another server, and when a folder was closed and opened', async (t) => {
    const folder = new Folder(t, smallRepository())
    const uri = folder.uriOf(report)
    const client = await Client.during(t, [folder.uri])
    await client.open(uri, folder.read(report))
    const { resultId } = await client.report(uri)
    await client.foldersChanged([], [folder.uri])
    await client.foldersChanged([folder.uri], [])
    assert.equal((await client.report(uri, resultId)).kind, 'full')
    const next = await Client.during(t, [folder.uri])
    await next.open(uri, folder.read(report))
    assert.equal((await next.report(uri, resultId)).kind, 'full')
  })

  test('are those of the text after each edit', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf(report)
    await client.open(uri, folder.read(report))
    const url = ` ${urlOf('crane/20250312.md')}`
    let version = 1
    for (const [at, character] of [...url].entries()) {
      const place = { line, character: 8 + at }
      version += 1
      await client.change(uri, version, [{ range: { start: place, end: place }, text: character }])
    }
    assert.deepEqual(await client.diagnostics(uri), [])
    const range = { start: { line, character: 8 }, end: { line, character: 8 + url.length } }
    await client.change(uri, version + 1, [{ range, text: '' }])
    assert.deepEqual(codes(await client.diagnostics(uri)), ['stale-minutes-line'])
  })

  test('follow what other open documents say', async (t) => {
    const folder = new Folder(t, { ...smallRepository() })
    folder.remove('crane/20250312.md')
    const client = await Client.during(t, [folder.uri])
    const [uri, other] = [folder.uriOf(report), folder.uriOf('crane/20250312.md')]
    await client.open(uri, folder.read(report))
    assert.deepEqual(await client.diagnostics(uri), [])
    await client.open(other, '# Crane 2025-03-12\n')
    assert.deepEqual(codes(await client.diagnostics(uri)), ['stale-minutes-line'])
    await client.close(other)
    assert.deepEqual(await client.diagnostics(uri), [], 'what was never stored is gone')
  })

  test('name the other file that they are about', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('storage/20250512.md')
    await client.open(uri, folder.read('storage/20250512.md'))
    const [found] = await client.diagnostics(uri)
    assert.equal(found!.code, 'copied-minutes')
    assert.equal(found!.relatedInformation![0]!.location.uri, folder.uriOf('storage/20250428.md'))
  })

  test('come for .minutes.json too, broken or not', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('.minutes.json')
    await client.open(uri, folder.read('.minutes.json'), 'jsonc')
    assert.deepEqual(await client.diagnostics(uri), [])
    await client.change(uri, 2, [{ text: '{ "reports": [' }])
    assert.ok((await client.diagnostics(uri)).length > 0)
    await client.change(uri, 3, [{ text: '{ "reports": ["nowhere"] }' }])
    const [found] = await client.diagnostics(uri)
    assert.equal(found!.code, 'invalid-settings')
    assert.match(String(found!.message), /nowhere/)
  })

  test('leave to the editor what it sees by the schema', async (t) => {
    const folder = new Folder(t, smallRepository())
    const initializationOptions = { hostChecksSettingsSchema: true }
    const client = await Client.during(t, [folder.uri], { initializationOptions })
    const uri = folder.uriOf('.minutes.json')
    await client.open(uri, '{ "colour": 1, "reports": ["nowhere"] }', 'jsonc')
    const found = await client.diagnostics(uri)
    assert.deepEqual(
      found.map(({ message }) => /nowhere/.test(String(message))),
      [true],
    )
  })
})

describe('findings that are sent', () => {
  test('come when a document is opened, edited and closed', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { capabilities: withoutPull })
    const uri = folder.uriOf(report)
    const shown = () => client.published.get(uri)
    await client.open(uri, folder.read(report))
    await client.until(() => shown()?.diagnostics.length === 1)
    assert.equal(shown()!.version, 1)
    await client.change(uri, 2, [{ text: `# Call 2025-03-13\n` }])
    await client.until(() => shown()?.version === 2)
    assert.deepEqual(shown()!.diagnostics, [])
    await client.change(uri, 3, [{ text: folder.read(report) }])
    await client.until(() => shown()?.diagnostics.length === 1)
    await client.close(uri)
    await client.until(() => shown()?.diagnostics.length === 0)
  })

  test('come alone for the document that they are new for', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { capabilities: withoutPull })
    const [uri, other] = [folder.uriOf(report), folder.uriOf('crane/20250305.md')]
    await client.open(uri, folder.read(report))
    await client.until(() => client.published.has(uri))
    await client.open(other, folder.read('crane/20250305.md'))
    await client.until(() => client.published.has(other))
    client.published.clear()
    await client.change(other, 2, [{ text: '# Crane 2025-03-05\n\n## Chains\n' }])
    await client.until(() => client.published.get(other)?.version === 2)
    await client.settled()
    assert.deepEqual([...client.published.keys()], [other])
  })

  test('come again when another document decides', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { capabilities: withoutPull })
    const uri = folder.uriOf(report)
    await client.open(uri, folder.read(report))
    await client.until(() => client.published.get(uri)?.diagnostics.length === 1)
    folder.remove('crane/20250312.md')
    await client.filesChanged([folder.uriOf('crane/20250312.md')])
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0)
  })
})

test('a text made in pieces has the findings of the whole', async (t) => {
  const pieces = [
    'Minutes:',
    'none yet',
    '\n',
    '\r\n',
    '### Team Platform\n',
    '---\n',
    '```\n',
    '<!--',
    '😀ä',
    '2025-11-05',
  ]
  const path = 'community-call/20251106.md'
  const folder = Folder.sample(t)
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf(path)
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const random = randomFrom(seed)
    let text = folder.read(path)
    await client.open(uri, text)
    for (let version = 2; version < 60; version += 1) {
      const start = random(text.length)
      const end = Math.min(text.length, start + (random(3) ? 0 : random(40)))
      const newText = pieces[random(pieces.length)]!
      await client.change(uri, version, [{ range: new Places(text, 'utf-16').range({ start, end }), text: newText }])
      text = applyEdits(text, [{ span: positioned(text, start, end), newText }])
      if (version % 10 === 0) await client.diagnostics(uri)
    }
    const inPieces = await client.diagnostics(uri)
    await client.close(uri)
    await client.open(uri, text)
    assert.deepEqual(inPieces, await client.diagnostics(uri), `seed ${seed}`)
    await client.close(uri)
  }
})

/** A place within a line end, or behind the end of a line, is that of the end. */
function positioned(text: string, start: number, end: number) {
  const places = new Places(text, 'utf-16')
  return places.span(places.range({ start, end }))
}
