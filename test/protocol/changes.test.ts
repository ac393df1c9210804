import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type CalendarEntry, changedNotification, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client } from './client.ts'

const files = {
  '.minutes.json': '{ "teams": [{ "name": "Ropes", "folder": "ropes" }] }',
  'ropes/20250305.md': '# Ropes 2025-03-05\n',
  'ropes/20250312.md': '# Ropes 2025-03-12\n',
  'crane/20250306.markdown': '# Crane 2025-03-06\n',
  'crane/20250313': '# Crane 2025-03-13\n',
}

async function following(t: TestContext, initializationOptions: object = { followsChanges: true }) {
  const folder = new Folder(t, files)
  const client = await Client.during(t, [folder.uri], { initializationOptions })
  let told = 0
  client.connection.onNotification(changedNotification, () => {
    told += 1
  })
  /** What the calendar of meetings says: each team with its days. */
  const calendar = async () => {
    const request = { command: serverCommands.calendar, arguments: [{ until: '2025-03-14' }] }
    const entries: CalendarEntry[] = await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, request)
    return entries.map(({ name, days }) => [name, ...days.map(({ day }) => day)].join(' ')).sort()
  }
  /** Whether somebody is told after something has happened. */
  const isToldAfter = async (happens: () => Promise<void>) => {
    const before = told
    await happens()
    await client.settled()
    return told > before
  }
  return { folder, client, calendar, isToldAfter }
}

describe('minutes/changed', () => {
  test('comes when the settings, minutes of whatever ending, or folders have changed', async (t) => {
    const { folder, client, calendar, isToldAfter } = await following(t)
    const changed = (path: string) => isToldAfter(() => client.filesChanged([folder.uriOf(path)]))
    assert.deepEqual(await calendar(), ['Ropes 2025-03-05 2025-03-12', 'crane 2025-03-06 2025-03-13'])
    folder.write('.minutes.json', files['.minutes.json'].replace('Ropes', 'Team Ropes'))
    assert.ok(await changed('.minutes.json'))
    assert.deepEqual(await calendar(), ['Team Ropes 2025-03-05 2025-03-12', 'crane 2025-03-06 2025-03-13'])
    folder.remove('crane/20250306.markdown')
    assert.ok(await changed('crane/20250306.markdown'))
    folder.write('crane/20250314', '# Crane 2025-03-14\n')
    assert.ok(await changed('crane/20250314'))
    assert.deepEqual(await calendar(), ['Team Ropes 2025-03-05 2025-03-12', 'crane 2025-03-13 2025-03-14'])
    folder.remove('ropes')
    assert.ok(await changed('ropes'))
    assert.deepEqual(await calendar(), ['crane 2025-03-13 2025-03-14'])
  })

  test('comes when folders of the workspace come and go', async (t) => {
    const { client, calendar, isToldAfter } = await following(t)
    const other = new Folder(t, { 'ferry/20250307.md': '# Ferry 2025-03-07\n' })
    const before = await calendar()
    assert.ok(
      await isToldAfter(async () => {
        await client.foldersChanged([other.uri], [])
        await calendar()
      }),
    )
    assert.deepEqual(await calendar(), [...before, 'ferry 2025-03-07'])
    assert.ok(await isToldAfter(() => client.foldersChanged([], [other.uri])))
    assert.deepEqual(await calendar(), before)
  })

  test('comes while somebody types, and not for what says nothing', async (t) => {
    const { folder, client, calendar, isToldAfter } = await following(t)
    await calendar()
    const uri = folder.uriOf('ropes/20250312.md')
    await client.open(uri, files['ropes/20250312.md'])
    assert.ok(await isToldAfter(() => client.change(uri, 2, [{ text: '# Ropes 2025-03-12\n\n- AI @bo: oil\n' }])))
    folder.write('.git/index', 'x')
    assert.equal(await isToldAfter(() => client.filesChanged([folder.uriOf('.git/index')])), false)
    assert.equal(await isToldAfter(() => client.filesChanged([folder.uriOf('ropes/20250305.md')])), false)
  })

  test('comes not for a file that is opened and closed as it is, nor for severities', async (t) => {
    const { folder, client, calendar, isToldAfter } = await following(t)
    await calendar()
    for (const path of ['ropes/20250312.md', '.minutes.json'] as const) {
      const uri = folder.uriOf(path)
      assert.equal(await isToldAfter(() => client.open(uri, files[path])), false, path)
      assert.equal(await isToldAfter(() => client.close(uri)), false, path)
    }
    const settings = { minutes: { rules: { 'unassigned-action': 'off' } } }
    assert.equal(
      await isToldAfter(() =>
        client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings }),
      ),
      false,
    )
    const uri = folder.uriOf('ropes/20250312.md')
    assert.ok(await isToldAfter(() => client.open(uri, '# Ropes 2025-03-12\n\nNot stored\n')))
    assert.ok(await isToldAfter(() => client.close(uri)))
    assert.ok(await isToldAfter(() => client.open(folder.uriOf('ropes/20250319.md'), '# Ropes 2025-03-19\n')))
  })

  test('comes when settings are opened that are no longer those that have been read', async (t) => {
    const { folder, client, calendar, isToldAfter } = await following(t)
    assert.deepEqual(await calendar(), ['Ropes 2025-03-05 2025-03-12', 'crane 2025-03-06 2025-03-13'])
    const text = files['.minutes.json'].replace('Ropes', 'Team Ropes')
    folder.write('.minutes.json', text)
    assert.ok(await isToldAfter(() => client.open(folder.uriOf('.minutes.json'), text)))
    assert.deepEqual(await calendar(), ['Team Ropes 2025-03-05 2025-03-12', 'crane 2025-03-06 2025-03-13'])
  })

  test('comes to no client that has not asked for it', async (t) => {
    const { folder, client, calendar, isToldAfter } = await following(t, {})
    await calendar()
    folder.remove('ropes/20250312.md')
    assert.equal(await isToldAfter(() => client.filesChanged([folder.uriOf('ropes/20250312.md')])), false)
  })
})
