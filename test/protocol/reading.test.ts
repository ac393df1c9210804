import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { createConnection } from 'vscode-languageserver/node'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type About, aboutRequest } from '../../server/src/lsp/protocol.ts'
import { serve } from '../../server/src/lsp/server.ts'
import { smallRepository, urlOf } from '../support/folder.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { fullCapabilities, withoutPull } from './client.ts'

// The build puts the version in the place of this name.
Object.assign(globalThis, { MINUTES_VERSION: '0.0.0' })

const root = 'file:///minutes'
const uri = `${root}/call/20250313.md`
const files = smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`)

/** A server in this process that reads its files when the test says so. */
async function start(capabilities: lsp.ClientCapabilities) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const waiting: (() => void)[] = []
  serve(createConnection(toServer, toClient), {
    clock: { today: () => '2025-03-14' },
    files: () => new MemoryFiles(Object.entries(files)),
    later: (task) => void waiting.push(task),
  })
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(toClient),
    new lsp.StreamMessageWriter(toServer),
  )
  const published: lsp.PublishDiagnosticsParams[] = []
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => void published.push(params))
  connection.onRequest(lsp.RegistrationRequest.type, () => {})
  connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => null))
  connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {})
  connection.listen()
  const workspaceFolders = [{ uri: root, name: 'minutes' }]
  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: null,
    rootUri: root,
    workspaceFolders,
    capabilities,
  })
  await connection.sendNotification(lsp.InitializedNotification.type, {})
  const textDocument = { uri, languageId: 'markdown', version: 1, text: files['call/20250313.md']! }
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  const settled = () => connection.sendRequest('minutes/about', { uri: 'file:///' })
  await settled()
  const read = () => {
    while (waiting.length) for (const task of waiting.splice(0)) task()
  }
  return { connection, published, settled, read }
}

/** A request, and its answer once it has come. */
function answers<Answer>(promise: Promise<Answer>) {
  const asked: { promise: Promise<Answer>; answer?: Answer } = { promise }
  void promise.then((answer) => Object.assign(asked, { answer }))
  return asked
}

test('whoever asks for findings before the repository has been read is answered afterwards', async () => {
  const { connection, settled, read } = await start(fullCapabilities)
  let answer: lsp.DocumentDiagnosticReport | undefined
  const asked = connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } }).then((report) => {
    answer = report
  })
  await settled()
  assert.equal(answer, undefined)
  read()
  await asked
  assert.deepEqual(answer, { kind: 'full', resultId: answer!.resultId, items: [] })
  connection.dispose()
})

test('nothing is fixed before the repository has been read', async () => {
  const { connection, settled, read } = await start(fullCapabilities)
  const params: lsp.CodeActionParams = {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] },
  }
  const asked = answers(connection.sendRequest(lsp.CodeActionRequest.type, params))
  const action = { title: 'Fill in crane/20250305.md', kind: 'quickfix', data: { uri, range: params.range, at: 0 } }
  const chosen = answers(connection.sendRequest(lsp.CodeActionResolveRequest.type, action))
  await settled()
  assert.deepEqual([asked.answer, chosen.answer], [undefined, undefined])
  read()
  assert.deepEqual(await asked.promise, [])
  assert.deepEqual(await chosen.promise, action)
  connection.dispose()
})

test('what a document belongs to is said when the repository has been read', async () => {
  const { connection, settled, read } = await start(fullCapabilities)
  const asked = answers(connection.sendRequest<About>(aboutRequest, { uri }))
  await settled()
  assert.equal(asked.answer, undefined)
  read()
  assert.equal((await asked.promise).kind, 'report')
  connection.dispose()
})

test('no findings are sent before the repository has been read', async () => {
  const { connection, published, settled, read } = await start(withoutPull)
  assert.deepEqual(published, [])
  read()
  await settled()
  assert.deepEqual(published, [{ uri, version: 1, diagnostics: [] }])
  connection.dispose()
})
