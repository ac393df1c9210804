import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import * as lsp from 'vscode-languageserver-protocol/node'
import { apply } from '../support/edits.ts'
import { Folder } from '../support/folder.ts'
import { Client } from './client.ts'

const forge = 'https://github.com/lighthouse-commons/minutes'
const branch = 'notes/ä #1 100%'

/** A file, and what it is to be called. */
const names: readonly (readonly [path: string, to: string])[] = [
  ['harbour/a b.md', 'harbour/b  c.md'],
  ['100 % of #1/a#b?c.md', '100 % of #2/a%20b.md'],
  ['Übersicht/März.md', 'Rückblick/U\u0308bung.md'],
  ['U\u0308bersicht/a.md', 'Übersicht 2/a.md'],
  ['🚢/👩‍🚀 (1).md', '⚓/a) (b.md'],
  ["it's & co/[a] {b}.md", 'a;b=c,d+e@f!$~/^`"<>.md'],
  ['CAPITALS/README.MD', 'Capitals/readme.md'],
  ['港/mailto:a_.md', 'mailto:b/c_.md'],
]

for (const [path, to] of names) {
  test(`${path} is followed, and becomes ${to}`, async (t) => {
    const { folder, client, uri, at, links } = await opened(t, path)
    assert.deepEqual(
      await links(),
      [path, path, path, path].map((each) => folder.at(each)),
    )
    for (const line of [2, 3, 4, 6]) {
      const definition = await client.connection.sendRequest(lsp.DefinitionRequest.type, at(line))
      assert.equal(fileURLToPath((definition as lsp.LocationLink[])[0]!.targetUri), folder.at(path), `line ${line}`)
      const hover = await client.connection.sendRequest(lsp.HoverRequest.type, at(line))
      assert.match((hover!.contents as lsp.MarkupContent).value, /Lines and anchors/)
    }
    const references = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
      ...at(4),
      context: { includeDeclaration: false },
    })
    assert.equal(references?.length, 4)

    const willRename = await client.connection.sendRequest(lsp.WillRenameFilesRequest.type, {
      files: [{ oldUri: folder.uriOf(path), newUri: folder.uriOf(to) }],
    })
    // F2 on the URL asks for the path from the repository on.
    const newName = to.split('/').map(encodeURIComponent).join('/')
    const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...at(2), newName })
    const [document, operation] = edit!.documentChanges!
    assert.deepEqual(willRename, { documentChanges: [document] })
    assert.equal(fileURLToPath((operation as lsp.RenameFile).newUri), folder.at(to))

    apply(edit, folder)
    await client.change(uri, 2, [{ text: folder.read('index.md') }])
    await client.connection.sendNotification(lsp.DidRenameFilesNotification.type, {
      files: [{ oldUri: folder.uriOf(path), newUri: folder.uriOf(to) }],
    })
    assert.deepEqual(
      await links(),
      [to, to, to, to].map((each) => folder.at(each)),
    )
    assert.deepEqual(await client.diagnostics(uri), [])
  })
}

test('a heading with strange letters is followed, and gets others', async (t) => {
  const { folder, client, uri, at } = await opened(t, 'a.md', '## Übersicht: 100 % 🚢', '%C3%BCbersicht-100--')
  const edit = await client.connection.sendRequest(lsp.RenameRequest.type, {
    ...at(2, -1),
    newName: 'Rückblick & 🚢 [Ropes] `#1`',
  })
  apply(edit, folder)
  assert.equal(folder.read('a.md'), '# A\n\n## Rückblick & 🚢 [Ropes] `#1`\n\nLines and anchors\n')
  await client.change(uri, 2, [{ text: folder.read('index.md') }])
  await client.filesChanged([folder.uriOf('a.md')])
  assert.deepEqual(await client.diagnostics(uri), [])
  assert.match(folder.read('index.md'), /#r%C3%BCckblick---ropes-1/)
})

/** An index that links a file in four ways, each on a line of its own from the third on. */
async function opened(t: TestContext, path: string, heading = '## First', fragment = 'first') {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const written = encoded.replaceAll('(', '%28').replaceAll(')', '%29')
  const at = branch.split('/').map(encodeURIComponent).join('/')
  const text = [
    '# Index',
    '',
    `${forge}/blob/${at}/${written}#${fragment}`,
    `[a](./${written}#${fragment})`,
    `[b](<./${path.replace(/[%#?<>]/g, encodeURIComponent)}>)`,
    '',
    `[c]: /${written} "All"`,
    '',
  ].join('\n')
  const folder = new Folder(t, {
    '.minutes.json': JSON.stringify({ forge, branch }),
    'index.md': text,
    [path]: `# A\n\n${heading}\n\nLines and anchors\n`,
  })
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf('index.md')
  await client.open(uri, text)
  const lines = text.split('\n')
  /** In the path of a line's URL, or at its end. */
  const place = (line: number, character = lines[line]!.search(/\/[^/]*$/)): lsp.TextDocumentPositionParams => ({
    textDocument: { uri },
    position: { line, character: character < 0 ? lines[line]!.length + character : character },
  })
  const links = async () => {
    const found = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri } })
    return found?.map(({ target }) => fileURLToPath(target!.replace(/#L\d+$/, '')))
  }
  return { folder, client, uri, at: place, links }
}
