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
const report = 'call/20250313.md'
const uri = `${root}/${report}`
const twice = '\n## Participants\n\n- @ines\n- @ines\n'

/** A repository whose report has a fault that its text tells, and with an empty minutes line another one. */
function repositoryWith(line: string): Record<string, string> {
  const files = smallRepository(line)
  return { ...files, [report]: files[report] + twice }
}

/** A server in this process that reads its files when the test says so. */
async function start(capabilities: lsp.ClientCapabilities, files = repositoryWith('Minutes:')) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const waiting: (() => void)[] = []
  serve(createConnection(toServer, toClient), {
    clock: { today: () => '2025-03-14' },
    answers: () => import('../../server/src/lsp/answers.ts'),
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
  const refreshed = new Promise<void>((resolve) => {
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => resolve())
  })
  connection.listen()
  const workspaceFolders = [{ uri: root, name: 'minutes' }]
  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: null,
    rootUri: root,
    workspaceFolders,
    capabilities,
  })
  await connection.sendNotification(lsp.InitializedNotification.type, {})
  const textDocument = { uri, languageId: 'markdown', version: 1, text: files[report]! }
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  const settled = () => connection.sendRequest('minutes/about', { uri: 'file:///' })
  await settled()
  const read = () => {
    while (waiting.length) for (const task of waiting.splice(0)) task()
  }
  return { connection, published, refreshed, settled, read }
}

/** A request, and its answer once it has come. */
function answers<Answer>(promise: Promise<Answer>) {
  const asked: { promise: Promise<Answer>; answer?: Answer } = { promise }
  void promise.then((answer) => Object.assign(asked, { answer }))
  return asked
}

test('what the text itself tells is answered before the repository has been read, and the rest afterwards', async () => {
  const { connection, refreshed, read } = await start(fullCapabilities)
  const ask = () => connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } })
  const [first, early] = idAndCodes(await ask())
  assert.deepEqual(early, ['repeated-participant'])
  read()
  await refreshed
  const [second, late] = idAndCodes(await ask())
  assert.deepEqual(late, ['stale-minutes-line', 'repeated-participant'])
  assert.notEqual(second, first)
  connection.dispose()
})

test('a client that cannot be told to ask again is answered when the repository has been read', async () => {
  const { refreshSupport: _, ...diagnostics } = fullCapabilities.workspace!.diagnostics!
  const { connection, settled, read } = await start({
    ...fullCapabilities,
    workspace: { ...fullCapabilities.workspace, diagnostics },
  })
  const asked = answers(connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } }))
  await settled()
  assert.equal(asked.answer, undefined)
  read()
  assert.deepEqual(idAndCodes(await asked.promise)[1], ['stale-minutes-line', 'repeated-participant'])
  connection.dispose()
})

test('nothing is fixed before the repository has been read', async () => {
  const { connection, settled, read } = await start(
    fullCapabilities,
    smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`),
  )
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

test('completion answers at once, and is asked for again until the repository has been read', async () => {
  const { itemDefaults: _, ...completionList } = fullCapabilities.textDocument!.completion!.completionList!
  const completion = { ...fullCapabilities.textDocument!.completion, completionList }
  const longItems = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, completion } }
  const text = `${repositoryWith('Minutes:')[report]}\n@i\n@z`
  const files = { ...repositoryWith('Minutes:'), [report]: text, 'crane/20250312.md': '# Crane 2025-03-12\n\n- @zoe\n' }
  const lines = text.split('\n').length
  for (const capabilities of [fullCapabilities, longItems]) {
    const { connection, settled, read } = await start(capabilities, files)
    const ask = async (line: number) => {
      const params = { textDocument: { uri }, position: { line, character: 2 } }
      const answer = await connection.sendRequest(lsp.CompletionRequest.type, params)
      const { isIncomplete, items } = Array.isArray(answer) ? { isIncomplete: false, items: answer } : answer!
      return [isIncomplete, items.map(({ label }) => label)]
    }
    assert.deepEqual(await ask(lines - 2), [true, ['@ines']])
    assert.deepEqual(await ask(lines - 1), [true, []])
    read()
    await settled()
    assert.deepEqual(await ask(lines - 2), [false, ['@ines']])
    assert.deepEqual(await ask(lines - 1), [false, ['@zoe']])
    connection.dispose()
  }
})

test('what the text itself tells is sent before the repository has been read, and the rest afterwards', async () => {
  const { connection, published, settled, read } = await start(withoutPull)
  const codes = () => published.map(({ diagnostics }) => diagnostics.map(({ code }) => code))
  assert.deepEqual(codes(), [['repeated-participant']])
  read()
  await settled()
  assert.deepEqual(codes(), [['repeated-participant'], ['stale-minutes-line', 'repeated-participant']])
  connection.dispose()
})

test('no folder of .minutes.json is missed before the repository has been read', async () => {
  const { connection, refreshed, read } = await start(fullCapabilities)
  const settings = `${root}/.minutes.json`
  const textDocument = { uri: settings, languageId: 'jsonc', version: 1, text: '{ "reports": ["crane", 1] }' }
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  const ask = () => connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri: settings } })
  const early = await ask()
  assert.deepEqual(idAndCodes(early)[1], ['invalid-settings'])
  read()
  await refreshed
  assert.deepEqual(
    ((await ask()) as lsp.FullDocumentDiagnosticReport).items,
    (early as lsp.FullDocumentDiagnosticReport).items,
  )
  connection.dispose()
})

function idAndCodes(report: lsp.DocumentDiagnosticReport) {
  assert.equal(report.kind, 'full')
  const { resultId, items } = report as lsp.FullDocumentDiagnosticReport
  return [resultId, items.map(({ code }) => code)] as const
}
