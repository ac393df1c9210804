import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const path = 'crane/20250305.md'

async function opened(t: TestContext, capabilities = fullCapabilities) {
  const folder = new Folder(t, smallRepository())
  const client = await Client.during(t, [folder.uri], { capabilities })
  const uri = folder.uriOf(path)
  await client.open(uri, folder.read(path))
  const run = (command: string, ...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
  const from = { textDocument: { uri }, position: { line: 0, character: 0 } }
  return { folder, client, run, from }
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

describe('a command that goes to a meeting', () => {
  test('shows the file and says where it is', async (t) => {
    const { folder, client, run, from } = await opened(t)
    const uri = folder.uriOf('crane/20250312.md')
    assert.deepEqual(await run(serverCommands.nextMeeting, from), { uri, range: start })
    assert.deepEqual(client.shown, [uri])
    const report = folder.uriOf('call/20250306.md')
    // The section on the team is in its third line.
    const place = { line: 2, character: 4 }
    assert.deepEqual(await run(serverCommands.reportOfMeeting, from), {
      uri: report,
      range: { start: place, end: place },
    })
  })

  test('says alone where the file is to a client that shows none', async (t) => {
    const { window: _, ...capabilities } = fullCapabilities
    const { folder, client, run, from } = await opened(t, capabilities)
    assert.deepEqual(await run(serverCommands.nextMeeting, from), {
      uri: folder.uriOf('crane/20250312.md'),
      range: start,
    })
    assert.deepEqual(client.shown, [])
  })

  test('tells why there is nothing to go to', async (t) => {
    const { client, run, from } = await opened(t)
    assert.equal(await run(serverCommands.previousMeeting, from), null)
    await client.until(() => client.told.length > 0)
    assert.deepEqual(client.told, ['These are the first minutes of Team Crane.'])
  })

  test('lists the teams, and goes to the one that is chosen', async (t) => {
    const { folder, run, from } = await opened(t)
    assert.deepEqual(await run(serverCommands.teams, from), [
      { name: 'call', folder: 'call', day: '2025-03-13' },
      { name: 'Team Crane', folder: 'crane', day: '2025-03-12' },
    ])
    const chosen = await run(serverCommands.latestMeeting, { ...from, folder: 'call' })
    assert.deepEqual(chosen, { uri: folder.uriOf('call/20250313.md'), range: start })
  })

  test('tells that a file is in no folder of minutes', async (t) => {
    const { client, run } = await opened(t)
    const elsewhere = new Folder(t, { 'notes.md': '# Notes\n' })
    for (const uri of ['untitled:Untitled-1', elsewhere.uriOf('notes.md')]) {
      client.told.length = 0
      await client.open(uri, '# New\n')
      const from = { textDocument: { uri }, position: { line: 0, character: 0 } }
      assert.equal(await run(serverCommands.nextMeeting, from), null)
      assert.deepEqual(await run(serverCommands.teams, from), [])
      await client.until(() => client.told.length > 1)
      assert.deepEqual(new Set(client.told), new Set(['This file is in no folder of minutes. Open minutes first.']))
    }
  })

  test('tells that there are no minutes to choose from', async (t) => {
    const folder = new Folder(t, { 'notes.md': '# Notes\n' })
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('notes.md')
    await client.open(uri, '# Notes\n')
    const from = { textDocument: { uri }, position: { line: 0, character: 0 } }
    const params = { command: serverCommands.teams, arguments: [from] }
    assert.deepEqual(await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, params), [])
    await client.until(() => client.told.includes('This folder has no minutes of meetings.'))
  })

  test('says what is wrong with a call', async (t) => {
    const { folder, run, from } = await opened(t)
    const closed = { ...from, textDocument: { uri: folder.uriOf('crane/20250312.md') } }
    for (const [args, message] of [
      [[], /takes one argument/],
      [[{ textDocument: 1, position: from.position }], /takes one argument/],
      [[{ ...from, folder: 1 }], /takes one argument/],
      [[closed], /is not open/],
    ] as const) {
      await assert.rejects(run(serverCommands.nextMeeting, ...args), message)
    }
    await assert.rejects(run('minutes.server.dance', from), /There is no command/)
  })
})
