import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { apply, counts } from '../support/edits.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const page = 'docs/page.md'
const text = [
  '# Page',
  '[a](../crane/20250305.md), [b](<other.md>)',
  urlOf('crane/20250305.md'),
  `[folder](${urlOf('crane').replace('/blob/', '/tree/')})`,
  '',
].join('\n')

async function opened(t: TestContext, options: ClientOptions = {}) {
  const files = { ...smallRepository(), [page]: text, 'docs/other.md': '# Other\n', 'other.md': '# Other\n' }
  const folder = new Folder(t, files)
  const client = await Client.during(t, [folder.uri], options)
  const move = (...moves: [from: string, to: string][]) =>
    client.connection.sendRequest(lsp.WillRenameFilesRequest.type, {
      files: moves.map(([from, to]) => ({ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) })),
    })
  const moved = (from: string, to: string) =>
    client.connection.sendNotification(lsp.DidRenameFilesNotification.type, {
      files: [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }],
    })
  return { folder, client, move, moved }
}

/** A client in which somebody has set what VS Code's own Markdown extension does. */
function host(settings: unknown): ClientOptions {
  return { initializationOptions: { hostReadsMarkdown: true }, settings }
}

describe('willRenameFiles', () => {
  test('is asked by clients that can, of files and folders', async (t) => {
    const { client } = await opened(t)
    const everything = { filters: [{ pattern: { glob: '**/*' } }] }
    assert.deepEqual(client.capabilities.workspace?.fileOperations, {
      didCreate: everything,
      willRename: everything,
      didRename: everything,
    })
    const other = await opened(t, { capabilities: {} })
    assert.deepEqual(other.client.capabilities.workspace?.fileOperations, {})
  })

  test('makes the links to a file follow', async (t) => {
    const { folder, client, move } = await opened(t)
    const uri = folder.uriOf(page)
    await client.open(uri, text)
    const edit = await move(['crane/20250305.md', 'crane/5 March.md'])
    assert.deepEqual(counts(edit, folder), { 'call/20250306.md': 1, [page]: 2 })
    const [, own] = edit!.documentChanges as lsp.TextDocumentEdit[]
    assert.deepEqual(own!.textDocument, { uri, version: 1 })
    assert.deepEqual(own!.edits[0], {
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 24 } },
      newText: '../crane/5%20March.md',
    })
  })

  test('makes all links of a folder follow at once, and the settings', async (t) => {
    const { folder, move } = await opened(t)
    const edit = await move(['crane', 'cranes/old'])
    assert.deepEqual(counts(edit, folder), { 'call/20250306.md': 1, [page]: 3, '.minutes.json': 1 })
    apply(edit, folder)
    assert.ok(folder.read('.minutes.json').includes('"folder":"cranes/old"'))
  })

  test('makes the links in a file follow', async (t) => {
    const { folder, move } = await opened(t)
    const edit = await move([page, 'page.md'])
    apply(edit, folder)
    assert.ok(folder.read(page).includes('[a](crane/20250305.md), [b](<docs/other.md>)'))
  })

  test('says nothing of what no link leads to, what leaves the repository, and what stays', async (t) => {
    const { folder, move } = await opened(t)
    assert.equal(await move(['other.md', 'another.md']), null)
    assert.equal(await move(['crane', 'crane']), null)
    assert.equal(await move(['crane', '../elsewhere']), null)
    assert.equal(await move(['missing.md', 'x.md']), null)
    assert.ok(folder.read(page) === text)
  })

  test('answers without versions where the client takes none', async (t) => {
    const { workspaceEdit: _, ...workspace } = fullCapabilities.workspace!
    const { folder, move } = await opened(t, { capabilities: { ...fullCapabilities, workspace } })
    const edit = await move(['crane/20250305.md', 'crane/x.md'])
    assert.deepEqual(Object.keys(edit!), ['changes'])
    assert.deepEqual(
      Object.keys(edit!.changes!).sort(),
      ['call/20250306.md', page].map((path) => folder.uriOf(path)),
    )
  })
})

describe('beside an editor that mends paths itself', () => {
  const move: [string, string] = ['crane/20250305.md', 'crane/x.md']
  const include = ['**/*.md']

  for (const [what, settings, expected] of [
    ['unless it is switched off', { enabled: 'never', include }, 2],
    ['unless nothing is said', null, 2],
    ['paths are left to it', { enabled: 'always', include }, 1],
    ['paths are left to it when it asks before', { enabled: 'prompt', include }, 1],
    ['unless it leaves such files out', { enabled: 'always', include: ['**/*.png'] }, 2],
  ] as const) {
    test(what, async (t) => {
      const { folder, move: ask } = await opened(t, host(settings))
      assert.equal(counts(await ask(move), folder)[page], expected)
    })
  }

  test('of a folder, too', async (t) => {
    const folders = await opened(t, host({ enabled: 'always', include, enableForDirectories: true }))
    assert.equal(counts(await folders.move(['crane', 'cranes']), folders.folder)[page], 2)
    const files = await opened(t, host({ enabled: 'always', include, enableForDirectories: false }))
    assert.equal(counts(await files.move(['crane', 'cranes']), files.folder)[page], 3)
  })

  test('other editors are not asked', async (t) => {
    const { folder, move: ask } = await opened(t, { settings: { enabled: 'always', include } })
    assert.equal(counts(await ask(move), folder)[page], 2)
  })
})

const { resolveSupport: _, ...codeAction } = fullCapabilities.textDocument!.codeAction!
const withoutResolve = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, codeAction } }

/** Another new name for a file is offered meanwhile. */
async function offered(folder: Folder, client: Client) {
  const uri = folder.uriOf('crane/20250431.md')
  await client.open(uri, '# Crane 2025-04-30\n')
  const actions = await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })
  assert.ok(actions.some(({ edit }) => edit?.documentChanges?.some((change) => lsp.RenameFile.is(change))))
}

describe('a client that makes a rename, and asks what else has to change', () => {
  test('is told nothing twice', async (t) => {
    const { folder, client, move, moved } = await opened(t, { capabilities: withoutResolve })
    const index = 'docs/index.md'
    const line = '[page](page.md)\n'
    folder.write(index, line)
    await client.filesChanged([folder.uriOf(index)])
    await client.open(folder.uriOf(index), line)
    // In the new place "other.md" is another file, which a second change of the link would reach.
    const params = { textDocument: { uri: folder.uriOf(index) }, position: { line: 0, character: 9 } }
    const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...params, newName: '../page.md' })
    assert.deepEqual(counts(edit, folder), { [index]: 1, [page]: 2 })
    await offered(folder, client)
    const changes = edit!.documentChanges!.filter((change) => lsp.TextDocumentEdit.is(change))
    apply({ documentChanges: changes }, folder)
    await client.change(folder.uriOf(index), 2, [{ text: folder.read(index) }])
    await client.filesChanged([folder.uriOf(page)])
    assert.equal(await move([page, 'page.md']), null)
    folder.rename(page, 'page.md')
    await moved(page, 'page.md')
    // Afterwards everything is new.
    assert.deepEqual(counts(await move(['page.md', page]), folder), { [index]: 1, 'page.md': 2 })
  })
})

test('didRenameFiles makes the new paths known', async (t) => {
  const { folder, client, move, moved } = await opened(t)
  apply(await move(['crane', 'cranes']), folder)
  folder.rename('crane', 'cranes')
  await moved('crane', 'cranes')
  await client.filesChanged([folder.uriOf(page), folder.uriOf('call/20250306.md')])
  const uri = folder.uriOf(page)
  await client.open(uri, folder.read(page))
  const links = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri } })
  assert.deepEqual(
    links?.map(({ target }) => target),
    [folder.uriOf('cranes/20250305.md'), folder.uriOf('docs/other.md'), folder.uriOf('cranes/20250305.md')],
  )
})

test('the old names bring the same bytes back', async (t) => {
  const { folder, client, move, moved } = await opened(t)
  const all = [page, 'call/20250306.md', '.minutes.json']
  const before = all.map((path) => folder.read(path))
  for (const [from, to] of [
    ['crane', 'a & b (c)/100 %'],
    ['a & b (c)/100 %', 'crane'],
  ] as const) {
    apply(await move([from, to]), folder)
    folder.rename(from, to)
    await moved(from, to)
    await client.filesChanged(all.map((path) => folder.uriOf(path)))
  }
  assert.deepEqual(
    all.map((path) => folder.read(path)),
    before,
  )
})
