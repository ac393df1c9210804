import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const path = 'harbour/20250326.md'
const heading = '# Harbour 2025-03-26\n\n## Participants\n\n'
const line = 4

function repository(): Record<string, string> {
  const minutes = (day: string, handles: readonly string[]) =>
    `# Harbour ${day}\n\n## Participants\n\n${handles.map((handle) => `- @${handle}\n`).join('')}`
  return {
    '.minutes.json': JSON.stringify({
      teams: [{ name: 'Team Harbour', folder: 'harbour' }],
      people: [{ handle: 'ines-berg', name: 'Ines <Berg>' }],
    }),
    'harbour/20250312.md': minutes('2025-03-12', ['ines-berg', 'kwame', 'marek-t']),
    'harbour/20250319.md': minutes('2025-03-19', ['kwame', 'bo', 'ines-berg', 'zoe']),
  }
}

async function open(t: TestContext, text: string, capabilities = fullCapabilities) {
  const folder = new Folder(t, repository())
  const client = await Client.during(t, [folder.uri], { capabilities })
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  await client.diagnostics(uri)
  return { client, uri }
}

describe('completion of handles', () => {
  test('is asked for by an @', async (t) => {
    const { client, uri } = await open(t, `${heading}- @`)
    assert.ok(client.capabilities?.completionProvider?.triggerCharacters?.includes('@'))
    const items = await client.completions(uri, { line, character: 3 })
    assert.deepEqual(
      items.map(({ label, sortText, preselect }) => [label, sortText, preselect]),
      [
        ['@ines-berg', '0000', true],
        ['@kwame', '0001', undefined],
        ['@bo', '0002', undefined],
        ['@zoe', '0003', undefined],
        ['@marek-t', '0004', undefined],
      ],
    )
  })

  test('is asked for again by each letter where there are too many people', async (t) => {
    const crowd = Array.from({ length: 1000 }, (_, at) => `@sailor-${at}`).join(' ')
    const { client, uri } = await open(t, `${crowd}\n\n@ki @sa @zo`)
    const ask = (character: number) => {
      const params = { textDocument: { uri }, position: { line: 2, character } }
      return client.connection.sendRequest(lsp.CompletionRequest.type, params)
    }
    assert.equal(((await ask(7)) as lsp.CompletionList).isIncomplete, true)
    assert.deepEqual(
      ((await ask(11)) as lsp.CompletionList).items.map(({ label }) => label),
      ['@zoe'],
    )
  })

  test('replaces the whole handle, on lines that end with CRLF', async (t) => {
    const { client, uri } = await open(t, `${heading}- @izzz, and others\n`.replaceAll('\n', '\r\n'))
    const [first, ...others] = await client.completions(uri, { line, character: 4 })
    const range = { start: { line, character: 2 }, end: { line, character: 7 } }
    assert.deepEqual(first!.textEdit, { range, newText: '@ines-berg' })
    assert.equal(first!.kind, lsp.CompletionItemKind.Reference)
    assert.deepEqual(first!.labelDetails, { description: 'Ines <Berg> · last meeting' })
    assert.deepEqual(others, [])
  })

  test('has filters that begin with what has been typed, so that editors keep the order', async (t) => {
    const { client, uri } = await open(t, `${heading}- @B`)
    const items = await client.completions(uri, { line, character: 4 })
    assert.deepEqual(
      items.map(({ label, filterText }) => [label, filterText]),
      [
        ['@bo', '@bo'],
        ['@ines-berg', '@berg_ines-berg_ines_<berg>'],
      ],
    )
  })

  test('tells who somebody is when it is asked for more', async (t) => {
    const { client, uri } = await open(t, `${heading}- @in`)
    const [first] = await client.completions(uri, { line, character: 5 })
    assert.equal(first!.documentation, undefined)
    const { documentation } = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, first!)
    assert.deepEqual(documentation, {
      kind: 'markdown',
      value:
        '**Ines \\<Berg\\>**  \nTeam Harbour  \nLast meetings:\n\n- 2025-03-19 Team Harbour\n- 2025-03-12 Team Harbour',
    })
  })

  test('is whole in each item for clients that know no more', async (t) => {
    const completion = { completionItem: {} }
    const textDocument = { ...fullCapabilities.textDocument, completion }
    const { client, uri } = await open(t, `${heading}- @in`, { ...fullCapabilities, textDocument })
    const [first] = await client.completions(uri, { line, character: 5 })
    assert.equal(first!.labelDetails, undefined)
    const range = { start: { line, character: 2 }, end: { line, character: 5 } }
    assert.deepEqual(first!.textEdit, { range, newText: '@ines-berg' })
    assert.equal(first!.detail, 'In the last meeting of the team')
  })
})
