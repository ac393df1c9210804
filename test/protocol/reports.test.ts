import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type ReportSeries, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const report = 'call/20250313.md'

async function started(t: TestContext, line?: string, capabilities = fullCapabilities) {
  const folder = new Folder(t, smallRepository(line))
  const client = await Client.during(t, [folder.uri], { capabilities })
  const uri = folder.uriOf(report)
  const refresh = (...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
      command: serverCommands.refreshReport,
      arguments: args,
    })
  return { folder, client, uri, refresh }
}

const minutesLine = { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } }
const behindList = { start: { line: 6, character: 12 }, end: { line: 6, character: 12 } }
const hooks = urlOf('crane/20250312.md')
const edits = [
  { range: minutesLine, newText: `Minutes: ${hooks}` },
  { range: behindList, newText: `\n- [Hooks](${hooks}#hooks)` },
]

describe('refreshing a report', () => {
  test('answers with one edit of the version that is open', async (t) => {
    const { folder, client, uri, refresh } = await started(t)
    await client.open(uri, folder.read(report))
    const textDocument = { uri, version: 1 }
    assert.deepEqual(await refresh({ textDocument: { uri } }), { documentChanges: [{ textDocument, edits }] })
  })

  test('answers in the only way that a plain client knows, for a file that is closed', async (t) => {
    const { workspace: _, ...capabilities } = fullCapabilities
    const { uri, refresh } = await started(t, undefined, capabilities)
    assert.deepEqual(await refresh({ textDocument: { uri } }), { changes: { [uri]: edits } })
  })

  test('takes the text that is open, and team minutes as they are on the disk', async (t) => {
    const { folder, client, uri, refresh } = await started(t)
    folder.write('crane/20250312.md', '# Crane 2025-03-12\n\n## Chains\n')
    await client.open(uri, folder.read(report).replace('Minutes:', `Minutes: ${hooks}`).replace('- Hooks hold\n', ''))
    const answer = (await refresh({ textDocument: { uri } })) as lsp.WorkspaceEdit
    const [{ edits }] = answer.documentChanges as [lsp.TextDocumentEdit]
    assert.deepEqual(
      edits.map((edit) => (edit as lsp.TextEdit).newText),
      [`\n\n- [Chains](${hooks}#chains)`],
    )
  })

  test('says that nothing has arrived', async (t) => {
    const { client, uri, refresh } = await started(t, `Minutes: ${hooks}`)
    assert.equal(await refresh({ textDocument: { uri } }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told.join(), /^Nothing has arrived since/)
  })

  test('says that minutes are no report', async (t) => {
    const { client, folder, refresh } = await started(t)
    assert.equal(await refresh({ textDocument: { uri: folder.uriOf('crane/20250312.md') } }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told.join(), /do not report/)
  })

  test('says what is wrong with a call', async (t) => {
    const { folder, refresh } = await started(t)
    await assert.rejects(refresh(), /takes one argument/)
    await assert.rejects(refresh({ textDocument: { uri: 1 } }), /takes one argument/)
    await assert.rejects(refresh({ textDocument: { uri: folder.uriOf('call/20250320.md') } }), /is no Markdown/)
    await assert.rejects(refresh({ textDocument: { uri: 'untitled:x' } }), /is no Markdown/)
  })
})

describe('drafting a report', () => {
  async function beforeTheCall(t: TestContext, capabilities = fullCapabilities) {
    const { 'call/20250313.md': _, ...files } = smallRepository()
    const folder = new Folder(t, files)
    const client = await Client.during(t, [folder.uri], { capabilities })
    const run = (command: string, ...args: unknown[]) =>
      client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
    return { folder, client, run }
  }

  test('answers with an edit that makes the file, its text, and the place where typing starts', async (t) => {
    const { folder, run } = await beforeTheCall(t)
    const uri = folder.uriOf('call/20250313.md')
    const section = `### Team Crane\n\nMinutes: ${hooks}\n\n- [Hooks](${hooks}#hooks)`
    const text = `# Call 2025-03-13\n\n${section}\n`
    const start = { line: 0, character: 0 }
    assert.deepEqual(await run(serverCommands.draftReport, { root: folder.uri, folder: 'call', day: '2025-03-13' }), {
      uri,
      text,
      edit: {
        documentChanges: [
          { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
          { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
        ],
      },
      position: { line: 6, character: `- [Hooks](${hooks}#hooks)`.length },
    })
  })

  test('knows the series and the days that they want', async (t) => {
    const { folder, run } = await beforeTheCall(t)
    const [series, ...others] = (await run(serverCommands.reportSeries)) as ReportSeries[]
    assert.deepEqual(others, [])
    assert.deepEqual({ ...series, days: [] }, { root: folder.uri, name: 'call', folder: 'call', days: [] })
    assert.ok(series!.days.length > 0)
  })

  test('tells that there is a report of the day already, in an editor perhaps', async (t) => {
    const { folder, client, run } = await beforeTheCall(t)
    await client.open(folder.uriOf('call/20250313.md'), '')
    assert.equal(await run(serverCommands.draftReport, { root: folder.uri, day: '2025-03-13' }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told.join(), /are there already: call\/20250313\.md/)
  })

  test('tells the user of a client that makes no files', async (t) => {
    const { workspace: _, ...capabilities } = fullCapabilities
    const { folder, client, run } = await beforeTheCall(t, capabilities)
    assert.equal(await run(serverCommands.draftReport, { root: folder.uri }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told.join(), /does not make files/)
  })

  test('says what is wrong with a call', async (t) => {
    const { folder, run } = await beforeTheCall(t)
    for (const params of [undefined, {}, { root: folder.uri, day: '2025-02-30' }, { root: folder.uri, folder: 1 }]) {
      await assert.rejects(run(serverCommands.draftReport, params), /takes one argument/)
    }
    await assert.rejects(run(serverCommands.draftReport, { root: 'file:///nowhere' }), /in no workspace folder/)
  })
})
