import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const path = 'harbour/20250312.md'
const buoys = 'https://github.com/lighthouse-commons/buoys'
const text = ['# Team Harbour 2025-03-12', '', '- Ask about buoys#7, our #3', `- ${buoys}/pull/8`, '- buoys#', ''].join(
  '\n',
)
const shorthand = range(2, 12, 19)
const bareUrl = range(3, 2, 2 + `${buoys}/pull/8`.length)

function range(line: number, start: number, end: number): lsp.Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

async function opened(t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, {
    '.minutes.json': '{ "forge": "https://github.com/lighthouse-commons/minutes" }',
    'harbour/20250305.md': `# Team Harbour 2025-03-05\n\n- [buoys#7: Paint <b>](${buoys}/issues/7)\n`,
    [path]: text,
  })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  await client.diagnostics(uri)
  return { folder, client, uri }
}

describe('document links of shorthands', () => {
  for (const hostReadsMarkdown of [true, false]) {
    test(`lead to the forge in an editor that reads Markdown${hostReadsMarkdown ? '' : ', or does not'}`, async (t) => {
      const { client, uri } = await opened(t, { initializationOptions: { hostReadsMarkdown } })
      const links = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri } })
      assert.deepEqual(links, [
        { range: shorthand, target: `${buoys}/issues/7`, tooltip: 'Open lighthouse-commons/buoys#7: Paint <b>' },
      ])
    })
  }
})

describe('completion of issues', () => {
  const end = { line: 4, character: 8 }

  test('is asked for by a #, and replaces the shorthand by a link', async (t) => {
    const { client, uri } = await opened(t)
    assert.ok(client.capabilities.completionProvider?.triggerCharacters?.includes('#'))
    const items = await client.completions(uri, end)
    const [change, issue] = items
    assert.equal(items.length, 2)
    assert.deepEqual(
      [change?.label, change?.labelDetails, change?.filterText],
      ['buoys#8', { description: '2025-03-12' }, 'buoys#8'],
    )
    assert.deepEqual(
      [issue?.label, issue?.labelDetails, issue?.filterText],
      ['buoys#7', { description: 'Paint <b>' }, 'buoys#7 Paint <b>'],
    )
    assert.deepEqual(issue?.textEdit, { range: range(4, 2, 8), newText: `[buoys#7: Paint \\<b>](${buoys}/issues/7)` })
  })

  test('tells when resolved of the meetings that spoke of it, with links to their files', async (t) => {
    const { folder, client, uri } = await opened(t)
    const [, issue] = await client.completions(uri, end)
    const { documentation } = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, issue!)
    assert.deepEqual(documentation, {
      kind: 'markdown',
      value: `**lighthouse-commons/buoys\\#7: Paint \\<b\\>**  \nEarlier: one meeting\n\n- [harbour · Wed 2025-03-05](${folder.uriOf('harbour/20250305.md')})`,
    })
  })

  test('says the title nowhere where the client takes no details', async (t) => {
    const completion = { completionItem: {} }
    const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, completion } }
    const { client, uri } = await opened(t, { capabilities })
    const [, issue] = await client.completions(uri, end)
    assert.equal(issue?.label, 'buoys#7')
    assert.equal(issue?.labelDetails, undefined)
    assert.match(issue?.detail ?? '', /Issue lighthouse-commons\/buoys#7/)
  })
})

describe('rewriting', () => {
  const ask = async (client: Client, uri: string, at: lsp.Range, context: Partial<lsp.CodeActionContext>) => {
    const params = { textDocument: { uri }, range: at, context: { diagnostics: [], ...context } }
    return ((await client.connection.sendRequest(lsp.CodeActionRequest.type, params)) ?? []) as lsp.CodeAction[]
  }

  test('is offered to those who ask, and lights no bulb', async (t) => {
    const { client, uri } = await opened(t)
    const titles = async (at: lsp.Range, context: Partial<lsp.CodeActionContext>) =>
      (await ask(client, uri, at, context)).map(({ title, kind }) => [title, kind])
    const { Automatic, Invoked } = lsp.CodeActionTriggerKind
    const link = ['Link buoys#7', 'refactor.rewrite']
    const label = ['Make a labelled link of this URL', 'refactor.rewrite']
    assert.deepEqual(await titles(shorthand, { triggerKind: Automatic }), [])
    assert.deepEqual(await titles(shorthand, { triggerKind: Invoked }), [link])
    assert.deepEqual(await titles(shorthand, {}), [link])
    assert.deepEqual(await titles(bareUrl, { only: ['refactor'] }), [label])
    assert.deepEqual(await titles(bareUrl, { only: ['refactor.rewrite'], triggerKind: Automatic }), [label])
    assert.deepEqual(await titles(bareUrl, { only: ['quickfix'] }), [])
    assert.deepEqual(await titles(range(2, 25, 27), {}), [])
    assert.deepEqual(await client.diagnostics(uri), [])
  })

  test('makes its edit when resolved, or at once', async (t) => {
    const edits = [{ range: bareUrl, newText: `[buoys#8](${buoys}/pull/8)` }]
    const { client, uri } = await opened(t)
    const [action] = await ask(client, uri, bareUrl, { only: ['refactor'] })
    assert.equal(action?.edit, undefined)
    const resolved = await client.resolveAction(action!)
    const version = { uri, version: 1 }
    assert.deepEqual(resolved.edit?.documentChanges, [{ textDocument: version, edits }])

    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }
    const capabilities = { workspace: {}, textDocument: { ...fullCapabilities.textDocument, codeAction } }
    const simple = await opened(t, { capabilities })
    const [whole] = await ask(simple.client, simple.uri, bareUrl, { only: ['refactor'] })
    assert.deepEqual(whole?.edit, { changes: { [simple.uri]: edits } })
  })
})
