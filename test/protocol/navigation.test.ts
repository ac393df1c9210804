import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const page = 'docs/100 % of #1 – Übersicht.md'
const ropes = `${urlOf('crane/20250305.md')}#ropes`
const text = [`# All`, `See ${ropes} and [it](../crane/20250305.md#ropes).`, 'AI @ines: ask', ''].join('\n')
const bareUrl = { line: 1, character: 10 }
const path = { line: 1, character: text.split('\n')[1]!.indexOf('../crane') + 3 }
const handle = { line: 2, character: 5 }

async function opened(t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, { ...smallRepository(), [page]: text })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(page)
  await client.open(uri, text)
  const at = (position: lsp.Position) => ({ textDocument: { uri }, position })
  return { folder, client, uri, at }
}

function range(line: number, start: number, end: number): lsp.Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

describe('definition', () => {
  test('is a link that says where it comes from', async (t) => {
    const { folder, client, at } = await opened(t)
    const answer = await client.connection.sendRequest(lsp.DefinitionRequest.type, at(bareUrl))
    const target = range(2, 3, 8)
    assert.deepEqual(answer, [
      {
        originSelectionRange: range(1, 4, 4 + ropes.length),
        targetUri: folder.uriOf('crane/20250305.md'),
        targetRange: target,
        targetSelectionRange: target,
      },
    ])
  })

  test('is a place where the client takes no links', async (t) => {
    const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, definition: {} } }
    const { folder, client, at } = await opened(t, { capabilities })
    const answer = await client.connection.sendRequest(lsp.DefinitionRequest.type, at(path))
    assert.deepEqual(answer, { uri: folder.uriOf('crane/20250305.md'), range: range(2, 3, 8) })
  })

  test('is nothing in prose, and where the editor knows it', async (t) => {
    const { client, at } = await opened(t, { initializationOptions: { hostReadsMarkdown: true } })
    for (const place of [path, { line: 2, character: 12 }]) {
      assert.equal(await client.connection.sendRequest(lsp.DefinitionRequest.type, at(place)), null)
    }
  })
})

describe('references', () => {
  test('come from open and closed files, in the state that each is in', async (t) => {
    const { folder, client, uri, at } = await opened(t)
    const ask = () =>
      client.connection.sendRequest(lsp.ReferencesRequest.type, {
        ...at(handle),
        context: { includeDeclaration: false },
      })
    const crane = folder.uriOf('crane/20250305.md')
    assert.deepEqual(await ask(), [
      { uri: crane, range: range(4, 5, 10) },
      { uri, range: range(2, 3, 8) },
    ])
    await client.open(crane, '@ines @ines\n')
    assert.deepEqual(await ask(), [
      { uri: crane, range: range(0, 0, 5) },
      { uri: crane, range: range(0, 6, 11) },
      { uri, range: range(2, 3, 8) },
    ])
    await client.close(crane)
    folder.write('crane/20250305.md', '# Ropes\n')
    await client.filesChanged([crane])
    assert.deepEqual(await ask(), [{ uri, range: range(2, 3, 8) }])
  })

  test('include the heading when that is asked for', async (t) => {
    const { folder, client, at } = await opened(t)
    for (const includeDeclaration of [true, false]) {
      const found = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
        ...at(bareUrl),
        context: { includeDeclaration },
      })
      const [first] = found!
      assert.equal(found!.length, includeDeclaration ? 3 : 2)
      assert.equal(first!.uri === folder.uriOf('crane/20250305.md'), includeDeclaration)
    }
  })
})

test('highlights are what means the same in the document', async (t) => {
  const { client, at } = await opened(t)
  const found = await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, at(path))
  assert.deepEqual(
    found?.map((one) => one.range.start.character),
    [4, path.character - 3],
  )
})

describe('document links', () => {
  const ask = async (t: TestContext, options?: ClientOptions) => {
    const { folder, client, uri } = await opened(t, options)
    const links = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri } })
    return { links: links ?? [], crane: folder.uriOf('crane/20250305.md') }
  }

  test('open the line of a heading', async (t) => {
    const { links, crane } = await ask(t)
    assert.deepEqual(
      links.map(({ target, tooltip }) => [target, tooltip]),
      [
        [`${crane}#L3`, 'Open crane/20250305.md'],
        [`${crane}#L3`, 'Open crane/20250305.md'],
      ],
    )
  })

  test('leave paths to an editor that reads Markdown', async (t) => {
    const { links } = await ask(t, { initializationOptions: { hostReadsMarkdown: true } })
    assert.equal(links.length, 1)
  })
})

describe('hover', () => {
  test('is Markdown, with links to the files', async (t) => {
    const { folder, client, at } = await opened(t)
    const answer = await client.connection.sendRequest(lsp.HoverRequest.type, at(handle))
    const crane = folder.uriOf('crane/20250305.md')
    assert.deepEqual(answer, {
      range: range(2, 3, 8),
      contents: {
        kind: 'markdown',
        value: `**@ines**  \nTeam Crane  \nLast meetings: [Team Crane 2025-03-05](${crane})`,
      },
    })
  })

  test('is plain text for those who take nothing else', async (t) => {
    for (const hover of [{ contentFormat: ['plaintext'] as lsp.MarkupKind[] }, {}]) {
      const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, hover } }
      const { client, at } = await opened(t, { capabilities })
      const answer = await client.connection.sendRequest(lsp.HoverRequest.type, at(bareUrl))
      assert.deepEqual(answer?.contents, {
        kind: 'plaintext',
        value: 'Team Crane · Wed 2025-03-05\n1 open action\nRopes\n> • AI @ines: order a rope',
      })
    }
  })

  test('is nothing in prose', async (t) => {
    const { client, at } = await opened(t)
    assert.equal(await client.connection.sendRequest(lsp.HoverRequest.type, at({ line: 2, character: 12 })), null)
  })
})

test('nothing is followed in the settings', async (t) => {
  const folder = new Folder(t, smallRepository())
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf('.minutes.json')
  await client.open(uri, folder.read('.minutes.json'), 'jsonc')
  const params = { textDocument: { uri }, position: { line: 0, character: 20 } }
  assert.equal(await client.connection.sendRequest(lsp.DefinitionRequest.type, params), null)
  assert.equal(await client.connection.sendRequest(lsp.HoverRequest.type, params), null)
  assert.deepEqual(
    await client.connection.sendRequest(lsp.ReferencesRequest.type, {
      ...params,
      context: { includeDeclaration: true },
    }),
    [],
  )
  assert.deepEqual(await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, params), [])
})
