import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const path = 'crane/20250312.md'
const text = [
  '# Crane 2025-03-12',
  '',
  '<!--',
  'hidden',
  '-->',
  '',
  '## Hooks',
  '',
  '- AI @ines-berg: oil the hooks',
  '- All of them hold',
  '  - the red one',
  '',
].join('\n')

async function opened(t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, { ...smallRepository(), [path]: text })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  const textDocument = { uri }
  return {
    client,
    uri,
    folds: () => client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument }),
    selections: (positions: lsp.Position[]) =>
      client.connection.sendRequest(lsp.SelectionRangeRequest.type, { textDocument, positions }),
  }
}

function withFolding(foldingRange: lsp.FoldingRangeClientCapabilities | undefined): lsp.ClientCapabilities {
  const { foldingRange: _, ...textDocument } = fullCapabilities.textDocument!
  return { ...fullCapabilities, textDocument: { ...textDocument, ...(foldingRange && { foldingRange }) } }
}

describe('folding ranges', () => {
  test('are lines for a client that folds lines', async (t) => {
    const { folds } = await opened(t)
    assert.deepEqual(await folds(), [
      { startLine: 0, endLine: 10 },
      { startLine: 2, endLine: 4, kind: 'comment' },
      { startLine: 6, endLine: 10 },
      { startLine: 9, endLine: 10 },
    ])
  })

  test('leave the first line whole for a client that folds characters', async (t) => {
    const { folds } = await opened(t, { capabilities: withFolding(undefined) })
    assert.deepEqual(await folds(), [
      { startLine: 0, startCharacter: 18, endLine: 10, endCharacter: 15 },
      { startLine: 2, startCharacter: 4, endLine: 4, endCharacter: 3, kind: 'comment' },
      { startLine: 6, startCharacter: 8, endLine: 10, endCharacter: 15 },
      { startLine: 9, startCharacter: 18, endLine: 10, endCharacter: 15 },
    ])
  })

  test('are no more than the client takes, the largest', async (t) => {
    const { folds } = await opened(t, { capabilities: withFolding({ lineFoldingOnly: true, rangeLimit: 2 }) })
    assert.deepEqual(await folds(), [
      { startLine: 0, endLine: 10 },
      { startLine: 6, endLine: 10 },
    ])
  })

  test('have kinds that the client knows', async (t) => {
    const foldingRange = { lineFoldingOnly: true, foldingRangeKind: { valueSet: ['region'] } }
    const { folds } = await opened(t, { capabilities: withFolding(foldingRange) })
    assert.deepEqual((await folds())![1], { startLine: 2, endLine: 4 })
  })

  test('are what the editor does not fold itself', async (t) => {
    const { folds } = await opened(t, { initializationOptions: { hostReadsMarkdown: true } })
    assert.deepEqual(await folds(), [])
  })

  test('follow what is typed', async (t) => {
    const { client, uri, folds } = await opened(t)
    const end = { line: 11, character: 0 }
    await client.change(uri, 2, [{ range: { start: end, end }, text: '\n## AOB\n\nCake\n' }])
    assert.deepEqual((await folds())!.at(-1), { startLine: 12, endLine: 14 })
    await client.close(uri)
    assert.deepEqual(await folds(), [])
  })
})

describe('selection ranges', () => {
  const place = { line: 8, character: 10 }

  test('grow around each position', async (t) => {
    const { selections } = await opened(t)
    const [action, word] = (await selections([place, { line: 9, character: 3 }]))!
    assert.deepEqual(drawn(action), [
      '8:6-8:10',
      '8:5-8:15',
      '8:2-8:30',
      '8:0-8:30',
      '8:0-10:15',
      '6:0-10:15',
      '0:0-10:15',
      '0:0-11:0',
    ])
    assert.deepEqual(drawn(word).slice(0, 3), ['9:2-9:5', '9:2-9:18', '9:2-10:15'])
  })

  test('are finer than those of an editor that has its own', async (t) => {
    const { selections } = await opened(t, { initializationOptions: { hostReadsMarkdown: true } })
    const [action, blank] = (await selections([place, { line: 5, character: 0 }]))!
    assert.deepEqual(drawn(action), ['8:5-8:15', '8:2-8:30'])
    assert.deepEqual(drawn(blank), ['5:0-5:0'])
  })
})

/** From the innermost on. */
function drawn(range: lsp.SelectionRange | undefined): string[] {
  if (!range) return []
  const { start, end } = range.range
  return [`${start.line}:${start.character}-${end.line}:${end.character}`, ...drawn(range.parent)]
}
