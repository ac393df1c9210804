import assert from 'node:assert/strict'
import { test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol'
import { fullCapabilities } from '../support/capabilities.ts'
import { unannouncedIn } from './announced.ts'

const answer = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result }) as lsp.Message

test('what a client has announced it may be sent', () => {
  const item = { label: 'a', preselect: true, labelDetails: {}, documentation: { kind: 'markdown', value: '' } }
  assert.deepEqual(unannouncedIn(answer([item]), 'textDocument/completion', fullCapabilities), [])
  assert.equal(unannouncedIn(answer([item]), 'textDocument/completion', {}).length, 3)
})

test('plain text is for everybody, and so is what a server keeps for itself', () => {
  const item = { label: 'a', documentation: { kind: 'plaintext', value: '' }, data: { preselect: true } }
  assert.deepEqual(unannouncedIn(answer({ items: [item] }), 'textDocument/completion', {}), [])
})

test('edits of files are told apart', () => {
  const rename = { kind: 'rename', oldUri: 'file:///a', newUri: 'file:///b' }
  const found = unannouncedIn(answer({ documentChanges: [rename] }), 'textDocument/rename', {
    workspace: { workspaceEdit: { documentChanges: true } },
  })
  assert.deepEqual(found, ['textDocument/rename: the client did not announce "oldUri"'])
})

test('requests of the server are for those who take them', () => {
  const request = { jsonrpc: '2.0', id: 1, method: 'workspace/codeLens/refresh' } as lsp.Message
  assert.deepEqual(unannouncedIn(request, undefined, fullCapabilities), [])
  assert.equal(unannouncedIn(request, undefined, {}).length, 1)
  const registrations = [{ id: '1', method: 'workspace/didChangeWatchedFiles' }]
  const register = {
    jsonrpc: '2.0',
    id: 2,
    method: 'client/registerCapability',
    params: { registrations },
  } as lsp.Message
  assert.equal(unannouncedIn(register, undefined, {}).length, 1)
  assert.deepEqual(unannouncedIn(register, undefined, fullCapabilities), [])
})
