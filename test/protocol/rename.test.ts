import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const crane = 'crane/20250305.md'
const call = 'call/20250306.md'
const heading = { line: 2, character: 5 }
const handle = { line: 4, character: 6 }

const { rename: _, ...withoutRename } = fullCapabilities.textDocument!
const { workspaceEdit: __, fileOperations: ___, ...withoutEdits } = fullCapabilities.workspace!

async function opened(t: TestContext, options: ClientOptions = {}, more: Record<string, string> = {}) {
  const link = `Minutes: ${urlOf(crane)}#ropes`
  const files = { ...smallRepository(), [call]: `# Call 2025-03-06\n\n${link}\n\n- @ines, @Ines\n`, ...more }
  const folder = new Folder(t, files)
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(crane)
  await client.open(uri, folder.read(crane))
  const at = (position: lsp.Position, document = uri) => ({ textDocument: { uri: document }, position })
  const prepare = (position: lsp.Position, document = uri) =>
    client.connection.sendRequest(lsp.PrepareRenameRequest.type, at(position, document))
  const rename = (position: lsp.Position, newName: string, document = uri) =>
    client.connection.sendRequest(lsp.RenameRequest.type, { ...at(position, document), newName })
  return { folder, client, uri, prepare, rename }
}

function range(line: number, start: number, end: number): lsp.Range {
  return { start: { line, character: start }, end: { line, character: end } }
}

const anchor = range(2, `Minutes: ${urlOf(crane)}#`.length, `Minutes: ${urlOf(crane)}#ropes`.length)

describe('prepareRename', () => {
  test('tells the place and the name', async (t) => {
    const { prepare } = await opened(t)
    assert.deepEqual(await prepare(heading), { range: range(2, 3, 8), placeholder: 'Ropes' })
    assert.deepEqual(await prepare(handle), { range: range(4, 5, 10), placeholder: '@ines' })
  })

  test('is nothing in prose', async (t) => {
    const { prepare, rename } = await opened(t)
    assert.equal(await prepare({ line: 4, character: 15 }), null)
    assert.equal(await rename({ line: 4, character: 15 }, 'x'), null)
  })

  test('is not offered to those who do not ask', async (t) => {
    const { client } = await opened(t, { capabilities: { ...fullCapabilities, textDocument: withoutRename } })
    assert.equal(client.capabilities.renameProvider, true)
  })

  test('says why something has no new name', async (t) => {
    const text = `${urlOf(crane).replace('/main/', '/v1/')}\n`
    const { folder, client, prepare } = await opened(t, {}, { 'page.md': text })
    const uri = folder.uriOf('page.md')
    await client.open(uri, text)
    await assert.rejects(prepare({ line: 0, character: 60 }, uri), {
      code: lsp.LSPErrorCodes.RequestFailed,
      message: 'This link leads to v1, where names stay as they were. Rename the file or heading that is here.',
    })
  })
})

describe('rename', () => {
  test('gives a heading another title, and the links to it another anchor', async (t) => {
    const { folder, uri, rename } = await opened(t)
    assert.deepEqual(await rename(heading, 'Hawsers & hooks'), {
      documentChanges: [
        { textDocument: { uri, version: 1 }, edits: [{ range: range(2, 3, 8), newText: 'Hawsers & hooks' }] },
        {
          textDocument: { uri: folder.uriOf(call), version: null },
          edits: [{ range: anchor, newText: 'hawsers--hooks' }],
        },
      ],
    })
  })

  test('asks before a handle changes in other files', async (t) => {
    const { folder, uri, rename } = await opened(t)
    assert.deepEqual(await rename(handle, 'ines-berg'), {
      documentChanges: [
        {
          textDocument: { uri: folder.uriOf(call), version: null },
          edits: [
            { range: range(4, 2, 7), newText: '@ines-berg' },
            { range: range(4, 9, 14), newText: '@ines-berg' },
          ],
        },
        {
          textDocument: { uri, version: 1 },
          edits: [
            // What needs to be confirmed changes nothing: nobody has to confirm each of the others.
            { range: range(4, 5, 5), newText: '', annotationId: 'elsewhere' },
            { range: range(4, 5, 10), newText: '@ines-berg' },
          ],
        },
      ],
      changeAnnotations: { elsewhere: { label: 'Look at what changes in other files', needsConfirmation: true } },
    })
  })

  test('asks before two people get one handle', async (t) => {
    const { rename } = await opened(t, {}, { [call]: '# Call 2025-03-06\n\n- @kwame\n' })
    const label = '"@kwame" is named in 1 file already, and no new name parts the two again.'
    const edit = await rename(handle, 'kwame')
    assert.deepEqual(edit?.changeAnnotations, { elsewhere: { label, needsConfirmation: true } })
    const asksNobody = { ...fullCapabilities, textDocument: { ...withoutRename, rename: {} } }
    const other = await opened(t, { capabilities: asksNobody }, { [call]: '# Call 2025-03-06\n\n- @kwame\n' })
    await assert.rejects(other.rename(handle, 'kwame'), {
      code: lsp.LSPErrorCodes.RequestFailed,
      message: `${label} Write another name, or change the handles one by one.`,
    })
  })

  test('asks nothing where no other file changes', async (t) => {
    const { rename } = await opened(t, {}, { [call]: '# Call 2025-03-06\n' })
    const edit = await rename(handle, 'ines-berg')
    assert.equal(edit?.changeAnnotations, undefined)
    assert.equal(edit?.documentChanges?.length, 1)
  })

  test('does so at once where the client asks nobody, or takes no versions', async (t) => {
    const asksNobody = { ...fullCapabilities, textDocument: { ...withoutRename, rename: {} } }
    const first = await opened(t, { capabilities: asksNobody })
    const edit = await first.rename(handle, 'ines-berg')
    assert.equal(edit?.changeAnnotations, undefined)
    assert.ok(edit?.documentChanges?.every((change) => 'edits' in change && !('annotationId' in change.edits[0]!)))
    const second = await opened(t, { capabilities: { ...fullCapabilities, workspace: withoutEdits } })
    const plain = await second.rename(handle, 'ines-berg')
    assert.deepEqual(Object.keys(plain!), ['changes'])
    assert.deepEqual(
      Object.values(plain!.changes!).map(({ length }) => length),
      [2, 1],
    )
  })

  test('takes closed files as they are on the disk, and open ones as they are in the editor', async (t) => {
    const { folder, client, rename } = await opened(t)
    folder.write(call, `\n\nSee ${urlOf(crane)}#ropes\n`)
    const places = async () => {
      const edit = await rename(heading, 'Hawsers')
      const changes = edit!.documentChanges!.filter((change) => 'textDocument' in change)
      return changes.map(({ textDocument, edits }) => [textDocument.version, edits.map((one) => one.range.start.line)])
    }
    assert.deepEqual(await places(), [
      [1, [2]],
      [null, [2]],
    ])
    const uri = folder.uriOf(call)
    await client.open(uri, `${urlOf(crane)}#ropes\n`)
    await client.change(uri, 2, [{ text: `\n${urlOf(crane)}#ropes ${urlOf(crane)}#ropes\n` }])
    assert.deepEqual(await places(), [
      [1, [2]],
      [2, [1, 1]],
    ])
  })

  test('lets answers be asked for anew where the disk is otherwise than was told', async (t) => {
    const { folder, client, rename } = await opened(t)
    await rename(heading, 'Hawsers')
    await client.settled()
    const before = client.refreshes
    folder.write(call, `\n${folder.read(call)}`)
    await rename(heading, 'Hawsers')
    await client.settled()
    assert.equal(client.refreshes, before + 1)
    await client.filesChanged([folder.uriOf(call)])
    await client.settled()
    assert.equal(client.refreshes, before + 1, 'what is known by then is no news')
  })

  test('moves a file once its links are right', async (t) => {
    const { folder, client, rename } = await opened(t)
    const uri = folder.uriOf(call)
    await client.open(uri, folder.read(call))
    const edit = await rename({ line: 2, character: 20 }, 'crane/20250304', uri)
    const start = urlOf('').length + 'Minutes: '.length
    assert.deepEqual(edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            { range: range(2, 9, start + `${crane}#ropes`.length), newText: `${urlOf('crane/20250304.md')}#ropes` },
          ],
        },
        {
          kind: 'rename',
          oldUri: folder.uriOf(crane),
          newUri: folder.uriOf('crane/20250304.md'),
          options: { overwrite: false },
        },
      ],
    })
  })

  test('says what a new name must be', async (t) => {
    const { folder, client, rename } = await opened(t)
    const uri = folder.uriOf(call)
    await client.open(uri, folder.read(call))
    const path = { line: 2, character: 20 }
    for (const [refused, message] of [
      [rename(heading, ''), /cannot be empty/],
      [rename(handle, 'not a handle'), /Nobody on GitHub is called "not a handle"/],
      [rename(path, 'crane/20250312.md', uri), /There is already something called "crane\/20250312.md"/],
      [rename(path, '../x.md', uri), /leads out of the repository/],
    ] as const) {
      await assert.rejects(refused, { code: lsp.LSPErrorCodes.RequestFailed, message })
    }
  })

  test('moves no file for a client that cannot', async (t) => {
    for (const workspaceEdit of [{}, { documentChanges: true }, { resourceOperations: ['rename' as const] }]) {
      const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceEdit } }
      const { folder, client, rename } = await opened(t, { capabilities })
      const uri = folder.uriOf(call)
      await client.open(uri, folder.read(call))
      const refused = rename({ line: 2, character: 20 }, 'crane/x.md', uri)
      await assert.rejects(refused, { message: /This editor renames no files/ })
    }
  })
})
