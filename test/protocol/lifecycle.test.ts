import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'
import { MetaModel } from './meta-model.ts'

describe('a server', () => {
  test('says what it can do', async (t) => {
    const client = await Client.during(t, [])
    const { capabilities } = client
    assert.equal(capabilities.positionEncoding, 'utf-16')
    const change = lsp.TextDocumentSyncKind.Incremental
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change, save: true })
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'minutes',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    })
    assert.deepEqual(capabilities.documentSymbolProvider, { label: 'Minutes' })
    assert.deepEqual(capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true })
    assert.equal(capabilities.completionProvider?.resolveProvider, true)
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fillMinutesLines', 'source.fixAll.minutes'],
      resolveProvider: true,
    })
  })

  test('offers to be asked for findings only to those who can ask', async (t) => {
    const client = await Client.during(t, [], { capabilities: {} })
    assert.equal(client.capabilities.diagnosticProvider, undefined)
  })

  test('asks to be told of files and settings', async (t) => {
    const client = await Client.during(t, [])
    await client.until(() => client.registrations.length >= 2)
    assert.deepEqual(client.registrations.map(({ method }) => method).sort(), [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ])
  })

  test('ends with 0 after shutdown', async (t) => {
    const client = await Client.during(t, [])
    assert.equal(await client.stop(), 0)
  })

  test('refuses every request after shutdown, whatever it asks', async (t) => {
    const client = await Client.during(t, [])
    await client.connection.sendRequest(lsp.ShutdownRequest.type)
    const textDocument = { uri: 'file:///nowhere/20250313.md' }
    const asked = { textDocument, position: { line: 0, character: 0 } }
    const methods = ['textDocument/hover', 'workspace/executeCommand', 'minutes/nothing', 'initialize', 'shutdown']
    for (const method of methods) {
      const code = lsp.ErrorCodes.InvalidRequest
      await assert.rejects(client.connection.sendRequest(method, asked), { code }, method)
    }
    await client.connection.sendNotification(lsp.ExitNotification.type)
    assert.equal(await client.exited(), 0)
  })

  test('ends with 1 without shutdown', async (t) => {
    const client = await Client.during(t, [])
    await client.connection.sendNotification(lsp.ExitNotification.type)
    assert.equal(await client.exited(), 1)
  })

  test('ends when its input does', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { capabilities: {} })
    client.process.stdin!.end()
    assert.equal(await client.exited(), 1)
  })

  test('lives on with a client that refuses its requests', async (t) => {
    const folder = new Folder(t, smallRepository())
    const refuses = ['client/registerCapability', 'workspace/configuration', 'workspace/diagnostic/refresh']
    const client = await Client.during(t, [folder.uri], { refuses })
    const refusals = () => client.logged.filter((message) => message.includes('refused')).length
    await client.until(() => refusals() >= 4)
    const uri = folder.uriOf('call/20250313.md')
    await client.open(uri, folder.read('call/20250313.md'))
    assert.equal((await client.diagnostics(uri)).length, 1)
  })

  test('reads a folder that comes after a document whose URI is none', async (t) => {
    const client = await Client.during(t, [])
    await client.open('no scheme:', 'text')
    const folder = new Folder(t, smallRepository())
    await client.foldersChanged([folder.uri], [])
    const uri = folder.uriOf('call/20250313.md')
    await client.open(uri, folder.read('call/20250313.md'))
    assert.equal((await client.diagnostics(uri)).length, 1)
  })

  test('answers nothing before it is initialized', async (t) => {
    const client = await Client.during(t, [], { before: 'textDocument/hover' })
    assert.equal(client.early?.code, lsp.ErrorCodes.ServerNotInitialized)
    await assert.rejects(client.connection.sendRequest('minutes/nothing', {}), { code: lsp.ErrorCodes.MethodNotFound })
  })

  test('answers an unknown request by an error, and goes on', async (t) => {
    const client = await Client.during(t, [])
    await assert.rejects(client.connection.sendRequest('minutes/nothing', {}), { code: lsp.ErrorCodes.MethodNotFound })
    await client.settled()
  })

  test('answers for documents that it does not know', async (t) => {
    const client = await Client.during(t, [])
    const uri = 'file:///nowhere/20250313.md'
    const start = { line: 3, character: 4 }
    assert.deepEqual(await client.diagnostics(uri), [])
    assert.deepEqual(await client.actions(uri, { start, end: start }), [])
    assert.deepEqual(await client.completions(uri, start), [])
    assert.deepEqual(await client.symbols(uri), [])
  })
})

describe('the checker of messages', () => {
  const model = MetaModel.read()
  const diagnostic = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message: 'x' }
  const published = (params: object) =>
    model?.problemsOf({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params } as lsp.Message) ?? []

  test('accepts what LSP knows', () => {
    assert.deepEqual(published({ uri: 'file:///x.md', diagnostics: [diagnostic] }), [])
  })

  test('finds missing, wrong and unknown properties', () => {
    if (!model) return
    assert.match(published({ uri: 'file:///x.md' }).join(), /diagnostics is missing/)
    assert.match(published({ uri: 'file:///x.md', diagnostics: [{ ...diagnostic, severity: 9 }] }).join(), /severity/)
    assert.match(published({ uri: 'x.md', diagnostics: [] }).join(), /no DocumentUri/)
    assert.match(published({ uri: 'file:///x.md', diagnostics: [], colour: 1 }).join(), /unknown property colour/)
  })
})
