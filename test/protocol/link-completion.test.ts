import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const path = 'crane/20250319.md'
const line = 2

/** What is offered at the end of a line of minutes, in a repository with a page and a picture. */
async function ask(t: TestContext, typed: string, options: ClientOptions = {}, rest = '', more = {}) {
  const folder = new Folder(t, {
    ...smallRepository(),
    'docs/ropes (old).md': '# Old ropes\n\nThey are **worn**.\n\n## Knots\n\nAll hold.\n',
    'crane/hook.png': '',
    ...more,
  })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(path)
  await client.open(uri, `# Crane 2025-03-19\n\n${typed}${rest}`)
  await client.diagnostics(uri)
  const position = { line, character: typed.length }
  const params = { textDocument: { uri }, position }
  const answer = await client.connection.sendRequest(lsp.CompletionRequest.type, params)
  const resolve = (item: lsp.CompletionItem) => client.connection.sendRequest(lsp.CompletionResolveRequest.type, item)
  return { folder, client, items: await client.completions(uri, position), answer, resolve }
}

const labels = (items: readonly lsp.CompletionItem[]) => items.map(({ label }) => label)

const plain: lsp.ClientCapabilities = {
  ...fullCapabilities,
  textDocument: { ...fullCapabilities.textDocument, completion: { completionItem: {} } },
}

describe('completion of links', () => {
  test('is asked for by the characters with which links go on', async (t) => {
    const { client } = await ask(t, '')
    const characters = client.capabilities.completionProvider?.triggerCharacters ?? []
    for (const one of ['[', '(', '<', ':', '/', '#', '-']) assert.ok(characters.includes(one), one)
    for (const one of [' ', '!', '.', '2']) assert.ok(!characters.includes(one), one)
  })

  test('is a whole link, up to the bracket that the editor has put there', async (t) => {
    const { items } = await ask(t, 'See [', {}, ']')
    const [first] = items
    assert.deepEqual(first!.textEdit, {
      range: { start: { line, character: 4 }, end: { line, character: 6 } },
      newText: `[2025-03-12](${urlOf('crane/20250312.md')})`,
    })
    assert.equal(first!.kind, lsp.CompletionItemKind.File)
    assert.ok(first!.filterText?.startsWith('[2025-03-12 Team Crane '))
    assert.deepEqual(labels(items), ['2025-03-12', '2025-03-05', '2025-03-13 Call', '2025-03-06 Call', 'Old ropes'])
  })

  test('is the same for clients that know no defaults of lists', async (t) => {
    const [rich, poor] = [await ask(t, 'See ['), await ask(t, 'See [', { capabilities: plain })]
    assert.ok(!Array.isArray(rich.answer) && rich.answer?.itemDefaults?.editRange)
    assert.ok(Array.isArray(poor.answer))
    const texts = (items: readonly lsp.CompletionItem[]) => items.map(({ textEdit }) => textEdit)
    assert.deepEqual(texts(poor.items), texts(rich.items))
  })

  test('tells how a page begins when it is asked for more', async (t) => {
    const { items, resolve } = await ask(t, 'See [')
    const page = items.find(({ label }) => label === 'Old ropes')!
    assert.equal(page.documentation, undefined)
    const { documentation } = await resolve(page)
    assert.match((documentation as lsp.MarkupContent).value, /\*\*Knots\*\*/)
  })

  test('tells what stands below a heading when it is asked for more', async (t) => {
    const { items, resolve } = await ask(t, 'See [knots](../docs/ropes%20%28old%29.md#')
    assert.deepEqual(labels(items), ['Old ropes', 'Knots'])
    const { documentation } = await resolve(items[1]!)
    assert.match((documentation as lsp.MarkupContent).value, /> All hold\\?\./)
  })

  test('shows the picture when it is asked for more, and has the caret in its text', async (t) => {
    const { folder, items, resolve } = await ask(t, '![', {}, ']')
    const [picture] = items
    assert.equal((picture!.textEdit as lsp.TextEdit).newText, '![$0](hook.png)')
    assert.equal(picture!.insertTextFormat, lsp.InsertTextFormat.Snippet)
    const { documentation } = await resolve(picture!)
    assert.equal((documentation as lsp.MarkupContent).value, `![hook.png](${folder.uriOf('crane/hook.png')})`)
  })

  test('is plain text for clients without snippets', async (t) => {
    const { items } = await ask(t, '![', { capabilities: plain }, ']')
    assert.equal((items[0]!.textEdit as lsp.TextEdit).newText, '![](hook.png)')
  })

  test('leaves paths to an editor that offers them', async (t) => {
    const host = { initializationOptions: { hostReadsMarkdown: true } }
    for (const typed of ['[then](../', '[then](#', '![hook](', '[then](20250312.md#']) {
      assert.notEqual((await ask(t, typed)).items.length, 0, typed)
      assert.deepEqual((await ask(t, typed, host)).items, [], typed)
    }
    assert.notEqual((await ask(t, '[then](', host)).items.length, 0)
  })

  test('asks again while the link may be another one', async (t) => {
    const isIncomplete = async (typed: string) => {
      const { answer } = await ask(t, typed)
      return !Array.isArray(answer) && answer?.isIncomplete === true
    }
    assert.ok(await isIncomplete('See https:'))
    assert.ok(!(await isIncomplete(`See ${urlOf('crane/')}`)))
  })

  test('asks again where there are more files than it shows', async (t) => {
    const days = Array.from({ length: 40 }, (_, at) => `201${at % 10}-0${1 + Math.floor(at / 10)}-02`)
    const meetings = Object.fromEntries(days.map((day) => [`crane/${day}.md`, `# Crane ${day}\n`]))
    for (const typed of ['See [', 'See [cran', 'See [then](cran']) {
      const { answer } = await ask(t, typed, {}, '', meetings)
      assert.ok(!Array.isArray(answer) && answer?.isIncomplete, typed)
      const host = await ask(t, typed, { initializationOptions: { hostReadsMarkdown: true } }, '', meetings)
      assert.ok(!Array.isArray(host.answer) && !host.answer?.isIncomplete, typed)
    }
    const { answer, items } = await ask(t, 'See [2010-0', {}, '', meetings)
    assert.ok(!Array.isArray(answer) && !answer?.isIncomplete)
    assert.deepEqual(labels(items), ['2010-04-02', '2010-03-02', '2010-02-02', '2010-01-02'])
  })

  test('asks again where there are more pictures than it shows, and then has the others', async (t) => {
    const names = Array.from({ length: 60 }, (_, at) => `hook-${at}.png`)
    const pictures = Object.fromEntries(names.map((name) => [`crane/${name}`, '']))
    const { answer } = await ask(t, '![The hook](', {}, '', pictures)
    assert.ok(!Array.isArray(answer) && answer?.isIncomplete)
    for (const typed of ['![The hook](hook-59', '![The hook](./hook-59', '![hook-59']) {
      assert.deepEqual(labels((await ask(t, typed, {}, '', pictures)).items), ['hook-59.png'], typed)
    }
  })
})

describe('completion of an action', () => {
  test('is the whole marker, with the caret where the promise stands', async (t) => {
    const { items, resolve } = await ask(t, '- AI')
    const [first] = items
    assert.equal(first!.label, 'AI @ines')
    assert.equal((first!.textEdit as lsp.TextEdit).newText, 'AI @ines: $0')
    assert.match(((await resolve(first!)).documentation as lsp.MarkupContent).value, /Crane/)
  })
})
