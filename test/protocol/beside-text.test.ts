import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const path = 'crane/20250312.md'
const text = [
  '# Crane 2025-03-12',
  '',
  '- @ines, @nobody-else',
  `- ${urlOf('crane/20250305.md')} and ${urlOf('crane/gone.md')}`,
  '',
].join('\n')

async function opened(t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, {
    ...smallRepository(),
    'crane/20250305.md': '# Crane 2025-03-05\n\n- AI @ines: count the ropes\n',
    [path]: text,
  })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  return { folder, client, uri, textDocument: { uri } }
}

const everything = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
const title = { start: { line: 0, character: 2 }, end: { line: 0, character: 18 } }

describe('code lenses', () => {
  const words = 'one open action from last time'

  test('run the command of a client that has it', async (t) => {
    const { client, folder, uri, textDocument } = await opened(t, { initializationOptions: { showsReferences: true } })
    const place = { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } }
    const locations = [{ uri: folder.uriOf('crane/20250305.md'), range: place }]
    assert.deepEqual(await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument }), [
      {
        range: title,
        command: {
          title: words,
          command: 'minutes.showReferences',
          arguments: [{ uri, position: title.start, locations }],
        },
      },
    ])
  })

  test('are words alone elsewhere', async (t) => {
    const { client, textDocument } = await opened(t)
    assert.deepEqual(await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument }), [
      { range: title, command: { title: words, command: '' } },
    ])
  })

  test('leave headings to an editor that counts their references itself', async (t) => {
    const { client, folder } = await opened(t, { initializationOptions: { hostReadsMarkdown: true } })
    const uri = folder.uriOf('crane/20250305.md')
    const linked = folder.read('crane/20250305.md').replace('\n', '\n\n## Ropes\n')
    await client.open(uri, linked)
    const linking = folder.uriOf('crane/20250319.md')
    await client.open(linking, `See ${urlOf('crane/20250305.md')}#ropes\n`)
    const titles = async () => {
      const lenses = await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument: { uri } })
      return lenses!.map(({ command }) => command!.title)
    }
    assert.deepEqual(await titles(), ['reported in one call', 'one link to this heading'])
    const before = client.refreshed('workspace/codeLens/refresh')
    await client.configure({ enabled: true })
    await client.until(() => client.refreshed('workspace/codeLens/refresh') > before)
    assert.deepEqual(await titles(), ['reported in one call'])
  })

  test('come anew when other files change, where the client takes that', async (t) => {
    const { client, folder, textDocument } = await opened(t)
    await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument })
    const before = client.refreshed('workspace/codeLens/refresh')
    folder.write('crane/20250305.md', '# Crane 2025-03-05\n')
    await client.filesChanged([folder.uriOf('crane/20250305.md')])
    await client.until(() => client.refreshed('workspace/codeLens/refresh') > before)
    assert.deepEqual(await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument }), [])
  })
})

describe('inlay hints', () => {
  test('stand in the lines that are asked for', async (t) => {
    const { client, textDocument } = await opened(t)
    const ask = (range: lsp.Range) => client.connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range })
    assert.deepEqual(await ask(everything), [{ position: { line: 0, character: 18 }, label: 'Wed', paddingLeft: true }])
    assert.deepEqual(await ask({ ...everything, start: { line: 1, character: 0 } }), [])
  })

  test('are gone as soon as somebody switches them off', async (t) => {
    const { client, textDocument } = await opened(t)
    await client.connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range: everything })
    const before = client.refreshed('workspace/inlayHint/refresh')
    await client.configure({ inlayHints: { weekdays: false } })
    await client.until(() => client.refreshed('workspace/inlayHint/refresh') > before)
    const hints = await client.connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range: everything })
    assert.deepEqual(hints, [])
  })
})

describe('semantic tokens', () => {
  /** Line, character, length, type, modifiers of each token. */
  const absolute = ({ data }: lsp.SemanticTokens) => {
    let [line, character] = [0, 0]
    return Array.from({ length: data.length / 5 }, (_, at) => {
      const [lines, characters, length, type, modifiers] = data.slice(at * 5, at * 5 + 5) as [
        number,
        number,
        number,
        number,
        number,
      ]
      character = lines ? characters : character + characters
      line += lines
      return [line, character, length, type, modifiers]
    })
  }
  const urls = text.split('\n')[3]!.slice(2).split(' and ') as [string, string]
  const handles = [
    [2, 2, 5, 0, 0],
    [2, 9, 12, 0, 1],
  ]
  const links = [
    [3, 2, urls[0].length, 1, 0],
    [3, 2 + urls[0].length + 5, urls[1].length, 1, 2],
  ]

  test('tell handles and links, of the file and of a part of it', async (t) => {
    const { client, textDocument } = await opened(t)
    const full = await client.connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument })
    assert.deepEqual(absolute(full!), [...handles, ...links])
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }
    const part = await client.connection.sendRequest(lsp.SemanticTokensRangeRequest.type, { textDocument, range })
    assert.deepEqual(absolute(part!), links)
  })

  test('are none where somebody has switched them off', async (t) => {
    const { client, textDocument } = await opened(t)
    await client.configure({ semanticTokens: { enabled: false } })
    await client.until(() => client.refreshed('workspace/semanticTokens/refresh') > 0)
    const full = await client.connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument })
    assert.deepEqual(full, { data: [] })
  })
})

test('a client that is told nothing anew is not asked to', async (t) => {
  const { codeLens: _, inlayHint: __, semanticTokens: ___, ...workspace } = fullCapabilities.workspace!
  const { client, folder, textDocument } = await opened(t, { capabilities: { ...fullCapabilities, workspace } })
  await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument })
  folder.write('crane/20250305.md', '# Crane 2025-03-05\n')
  await client.filesChanged([folder.uriOf('crane/20250305.md')])
  await client.settled()
  const asked = ['codeLens', 'inlayHint', 'semanticTokens'].map((kind) => client.refreshed(`workspace/${kind}/refresh`))
  assert.deepEqual(asked, [0, 0, 0])
})
