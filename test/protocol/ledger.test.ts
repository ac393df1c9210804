import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type ActionEntry, serverCommands } from '../../server/src/lsp/protocol.ts'
import { apply, counts } from '../support/edits.ts'
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

  test('knows whose actions they are by handle, name or address', async (t) => {
    const folder = new Folder(t, {
      '.minutes.json': '{ "people": [{ "handle": "ines-b", "name": "Ines Berg", "aliases": ["inesb"] }] }',
      'ropes/20250305.md': '# Ropes\n\n- AI @inesb: oil hooks\n- AI @bo-lind: count gulls\n- AI: Kim to ask\n',
    })
    const client = await Client.during(t, [folder.uri], { capabilities: fullCapabilities })
    const mine = async (...me: string[]) => {
      const params = { command: serverCommands.actions, arguments: [{ me }] }
      const all = (await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, params)) as ActionEntry[]
      return all.flatMap(({ mine, owners }) => (mine ? owners : []))
    }
    assert.deepEqual(await mine('@Ines-B'), ['@inesb'])
    assert.deepEqual(await mine('ines berg', 'somebody@example.org'), ['@inesb'])
    assert.deepEqual(await mine('7+bo-lind@users.noreply.github.com'), ['@bo-lind'])
    assert.deepEqual(await mine('Bo Lind'), ['@bo-lind'])
    assert.deepEqual(await mine('kim'), ['Kim'])
    assert.deepEqual(await mine('', 'Nobody Here', 'x@y'), [])
  })

  test('says what is wrong with a call', async (t) => {
    const { actions } = await opened(t)
    for (const params of [1, null, 'x', { open: 1 }, { owner: {} }, { team: [] }, { me: 1 }, { me: [1] }]) {
      await assert.rejects(actions(params), /takes one argument or none/)
    }
  })

  test('answers a client that has announced nothing', async (t) => {
    const { actions } = await opened(t, {})
    assert.equal((await actions()).length, 3)
  })
})

describe('actions that change', () => {
  test('one that is done is marked where it was last written, in a file that is not open', async (t) => {
    const { folder, run } = await opened(t)
    const at = { textDocument: { uri: folder.uriOf(first) }, position: { line: 2, character: 9 } }
    const edit = (await run(serverCommands.markDone, at)) as lsp.WorkspaceEdit
    assert.deepEqual(counts(edit, folder), { [second]: 1 })
    apply(edit, folder)
    assert.match(folder.read(second), /oil the old hooks of the pier ✅\n/)
  })

  test('the edit is for what the editor shows, and for what the disk has now', async (t) => {
    const { folder, client, run } = await opened(t)
    const shown = '# Ropes 2025-03-12\n\nFog.\n\n- AI @ines: oil the old hooks of the pier\n'
    await client.open(folder.uriOf(second), shown)
    const at = { textDocument: { uri: folder.uriOf(second) }, position: { line: 4, character: 0 } }
    const edit = (await run(serverCommands.markDone, at)) as lsp.WorkspaceEdit
    const [change] = edit.documentChanges as lsp.TextDocumentEdit[]
    assert.equal(change!.textDocument.version, 1)
    assert.equal(change!.edits[0]!.range.start.line, 4)
    folder.write(first, '# Ropes 2025-03-05\n\nRain.\n\n- AI @bo: count gulls\n')
    const moved = { textDocument: { uri: folder.uriOf(first) }, position: { line: 3, character: 0 } }
    await assert.rejects(run(serverCommands.markDone, moved), /No action stands on this line/)
    apply(
      (await run(serverCommands.markDone, { ...moved, position: { line: 4, character: 0 } })) as lsp.WorkspaceEdit,
      folder,
    )
    assert.match(folder.read(first), /count gulls \(done\)\n/)
  })

  test('one is carried over to the latest minutes, or those that are named', async (t) => {
    const { folder, run } = await opened(t)
    const at = { textDocument: { uri: folder.uriOf(first) }, position: { line: 3, character: 0 } }
    const edit = (await run(serverCommands.carryOver, at)) as lsp.WorkspaceEdit
    const same = await run(serverCommands.carryOver, { ...at, into: { uri: folder.uriOf(second) } })
    assert.deepEqual(same, edit)
    apply(edit, folder)
    assert.match(folder.read(second), /## Open actions\n\n- AI @bo: count gulls\n/)
  })

  test('says why nothing changes', async (t) => {
    const { folder, run } = await opened(t)
    const at = (path: string, line: number) => ({
      textDocument: { uri: folder.uriOf(path) },
      position: { line, character: 0 },
    })
    await assert.rejects(run(serverCommands.markDone, at(first, 0)), /No action stands on this line/)
    await assert.rejects(run(serverCommands.markDone, at(second, 3)), /is marked as done already/)
    await assert.rejects(run(serverCommands.carryOver, at(second, 2)), /has no minutes later than 2025-03-12/)
    await assert.rejects(run(serverCommands.carryOver, at(second, 3)), /has no minutes later than/)
    await assert.rejects(run(serverCommands.markDone, at('../elsewhere.md', 3)), /is no file of a workspace folder/)
    for (const params of [undefined, 1, {}, { ...at(first, 2), into: 1 }, { textDocument: 1 }]) {
      await assert.rejects(run(serverCommands.carryOver, params), /takes one argument/)
    }
  })

  test('a client that takes no versions gets changes', async (t) => {
    const { folder, run } = await opened(t, {})
    const at = { textDocument: { uri: folder.uriOf(first) }, position: { line: 3, character: 0 } }
    const edit = (await run(serverCommands.markDone, at)) as lsp.WorkspaceEdit
    assert.deepEqual(Object.keys(edit), ['changes'])
  })
})

function rangeOf(line: number, start: number, end: number): lsp.Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
