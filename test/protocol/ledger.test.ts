import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type ActionEntry, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const first = 'ropes #1/20250305 ü.md'
const second = 'ropes #1/20250312-🛟.md'

async function opened(t: TestContext, capabilities: lsp.ClientCapabilities = fullCapabilities) {
  const folder = new Folder(t, {
    [first]: '# Ropes 2025-03-05\n\n- AI @ines: oil the hooks of the pier\n- AI @bo: count gulls\n',
    [second]: '# Ropes 2025-03-12\n\n- AI @ines: oil the old hooks of the pier\n- AI @kim: ask the mayor ✅\n',
  })
  const client = await Client.during(t, [folder.uri], { capabilities })
  const run = (command: string, ...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
  const actions = async (...args: unknown[]) => (await run(serverCommands.actions, ...args)) as ActionEntry[]
  return { folder, client, run, actions }
}

describe('the ledger of actions', () => {
  test('tells of each action who, what, how far, and where', async (t) => {
    const { folder, actions } = await opened(t)
    const all = await actions()
    assert.deepEqual(
      all.map(({ owners, text, state, meetings }) => [owners.join(), text, state, meetings]),
      [
        ['@ines', 'oil the old hooks of the pier', 'carried', 2],
        ['@bo', 'count gulls', 'open', 1],
        ['@kim', 'ask the mayor', 'done', 1],
      ],
    )
    assert.deepEqual(all[0]!.origin, {
      location: { uri: folder.uriOf(first), range: rangeOf(2, 2, 4) },
      day: '2025-03-05',
    })
    assert.deepEqual(all[0]!.last, {
      location: { uri: folder.uriOf(second), range: rangeOf(2, 2, 4) },
      day: '2025-03-12',
    })
  })

  test('narrows down, and follows what is typed', async (t) => {
    const { folder, client, actions } = await opened(t)
    const texts = async (params: object) => (await actions(params)).map(({ text }) => text)
    assert.deepEqual(await texts({ open: true, owner: '@BO' }), ['count gulls'])
    assert.deepEqual(await texts({ team: 'storage' }), [])
    await client.open(folder.uriOf(second), '# Ropes 2025-03-12\n\n- AI @bo: count gulls ✅\n')
    assert.deepEqual(await texts({ open: true }), ['oil the hooks of the pier'])
  })

  test('says what is wrong with a call', async (t) => {
    const { actions } = await opened(t)
    for (const params of [1, null, 'x', { open: 1 }, { owner: {} }, { team: [] }]) {
      await assert.rejects(actions(params), /takes one argument or none/)
    }
  })

  test('answers a client that has announced nothing', async (t) => {
    const { actions } = await opened(t, {})
    assert.equal((await actions()).length, 3)
  })
})

function rangeOf(line: number, start: number, end: number): lsp.Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
