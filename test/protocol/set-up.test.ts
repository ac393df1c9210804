import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type NewDocument, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

async function opened(t: TestContext, files: Record<string, string>, capabilities = fullCapabilities) {
  const folder = new Folder(t, { 'crane/20250312.md': '# Crane 2025-03-12\n', ...files })
  const client = await Client.during(t, [folder.uri], { capabilities })
  const setUp = (...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: serverCommands.setUp, arguments: args })
  return { folder, client, setUp }
}

describe('setting up a repository', () => {
  test('answers with the file that is to be made', async (t) => {
    const { folder, setUp } = await opened(t, {
      '.git/config': '[remote "origin"]\n\turl = https://github.com/harbour/minutes.git\n',
    })
    const { uri, text, edit, position } = (await setUp({ root: folder.uri })) as NewDocument
    assert.equal(uri, folder.uriOf('.minutes.json'))
    assert.equal(JSON.parse(text).forge, 'https://github.com/harbour/minutes')
    assert.deepEqual(position, { line: 0, character: 1 })
    const [made] = (edit as lsp.WorkspaceEdit).documentChanges!
    assert.deepEqual(made, { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } })
  })

  test('makes nothing where there are settings, where no file can be made, or where nobody knows which', async (t) => {
    const there = await opened(t, { '.minutes.json': '{}' })
    assert.equal(await there.setUp({ root: there.folder.uri }), null)
    assert.equal(await there.setUp({ root: 'file:///elsewhere' }), null)
    await assert.rejects(there.setUp(), { code: lsp.ErrorCodes.InvalidParams })
    const { workspaceEdit: _, ...workspace } = fullCapabilities.workspace!
    const other = await opened(t, {}, { ...fullCapabilities, workspace })
    assert.equal(await other.setUp({ root: other.folder.uri }), null)
  })
})
