import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type ImportedPad, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const team = 'ropes #1 ü'
const source = 'https://pad.example.org/ropes'

async function opened(t: TestContext, capabilities: lsp.ClientCapabilities = fullCapabilities) {
  const folder = new Folder(t, {
    [`${team}/20250305.md`]: '# Ropes 2025-03-05\n',
    'gulls/20250310.md': '# Gulls 2025-03-10\n',
  })
  const client = await Client.during(t, [folder.uri], { capabilities })
  const importPad = (params: unknown) => {
    const request = { command: serverCommands.importPad, arguments: [params] }
    return client.connection.sendRequest(lsp.ExecuteCommandRequest.type, request) as Promise<ImportedPad | null>
  }
  const make = (text: string, more: object = {}) => importPad({ root: folder.uri, text, source, ...more })
  return { folder, importPad, make }
}

describe('a pad', () => {
  test('becomes minutes by an edit that makes the file', async (t) => {
    const { folder, make } = await opened(t)
    const made = await make('\ufeff# Ropes 2025-03-12\r\n\r\n- Hooks\r\n\t- hold\r\n')
    assert.deepEqual([made?.folder, made?.day], [team, '2025-03-12'])
    assert.equal(made?.document?.uri, folder.uriOf(`${team}/20250312.md`))
    assert.equal(made.document.text, '# Ropes 2025-03-12\n\n- Hooks\n    - hold\n')
    assert.deepEqual((made.document.edit as lsp.WorkspaceEdit).documentChanges?.[0], {
      kind: 'create',
      uri: made.document.uri,
      options: { overwrite: false, ignoreIfExists: false },
    })
  })

  test('does not say whose it is, or of which day, and the client does', async (t) => {
    const { folder, make } = await opened(t)
    assert.deepEqual(await make('# Notes\n'), {})
    assert.deepEqual(await make('# Gulls\n'), { folder: 'gulls' })
    const made = await make('# Notes\n', { folder: 'gulls', day: '2025-03-17' })
    assert.equal(made?.document?.uri, folder.uriOf('gulls/20250317.md'))
  })

  test('takes the place of no file', async (t) => {
    const { make } = await opened(t)
    assert.equal(await make('# Gulls 2025-03-10\n'), null)
  })

  test('is not imported by a client that makes no files', async (t) => {
    const { make } = await opened(t, {})
    assert.equal(await make('# Gulls 2025-03-17\n'), null)
  })

  test('is asked for in one way', async (t) => {
    const { folder, importPad } = await opened(t)
    const root = folder.uri
    for (const params of [null, 1, {}, { root }, { root, text: 1, source }, { root, text: '', source, day: 'soon' }]) {
      await assert.rejects(importPad(params), /takes one argument, \{ root, text, source/)
    }
    await assert.rejects(importPad({ root: 'file:///nowhere', text: '', source }), /is in no workspace folder/)
  })
})
