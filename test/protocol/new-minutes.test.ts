import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { addDays } from '../../server/src/core/minutes/calendar.ts'
import { type MeetingTeam, type NewDocument, serverCommands } from '../../server/src/lsp/protocol.ts'
import { systemClock } from '../../server/src/node/clock.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const team = 'ropes #1 ü'
const path = `${team}/20250319.md`
const agenda = (day: string) => `# Ropes ${day}\n\n## Agenda\n\n- AI @ines: oil it\n`

async function opened(t: TestContext, capabilities: lsp.ClientCapabilities = fullCapabilities) {
  const folder = new Folder(t, {
    [`${team}/20250305.md`]: agenda('2025-03-05'),
    [`${team}/20250312.md`]: agenda('2025-03-12'),
    'gulls/20250310.md': '# Gulls 2025-03-10\n',
  })
  const client = await Client.during(t, [folder.uri], { capabilities })
  const run = (command: string, ...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
  const make = async (params: object) =>
    (await run(serverCommands.newMinutes, { root: folder.uri, ...params })) as NewDocument | null
  return { folder, client, run, make }
}

describe('new minutes', () => {
  test('are an edit that makes the file, and a place where typing starts', async (t) => {
    const { folder, make } = await opened(t)
    const made = await make({ folder: team, day: '2025-03-19' })
    const text = `${agenda('2025-03-19')}\n\n`
    const uri = folder.uriOf(path)
    const start = { line: 0, character: 0 }
    assert.deepEqual(made, {
      uri,
      text,
      edit: {
        documentChanges: [
          { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
          { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
        ],
      },
      position: { line: 6, character: 0 },
    })
  })

  test('are those of the team in whose folder somebody is, on its next day', async (t) => {
    const { folder, make } = await opened(t)
    const { uri } = (await make({ root: folder.uriOf(`${team}/20250305.md`) }))!
    assert.ok(uri.startsWith(folder.uriOf(team)), uri)
    assert.ok((await make({}))!.uri.endsWith('.md'))
  })

  test('know what is typed', async (t) => {
    const { folder, client, make } = await opened(t)
    await client.open(folder.uriOf(`${team}/20250312.md`), '# Ropes 2025-03-12\n\n## Agenda\n\n- AI @bo: count gulls\n')
    assert.match((await make({ folder: team, day: '2025-03-19' }))!.text, /- AI @bo: count gulls/)
  })

  test('are not made where there are some, on the disk or in an editor, which can be opened', async (t) => {
    const { folder, client, make } = await opened(t)
    assert.equal(await make({ folder: team, day: '2025-03-12' }), null)
    await client.until(() => client.shown.length > 0)
    assert.deepEqual(client.shown, [folder.uriOf(`${team}/20250312.md`)])
    await client.open(folder.uriOf(path), 'Not saved\n')
    assert.equal(await make({ folder: team, day: '2025-03-19' }), null)
    await client.until(() => client.shown.length > 1)
    assert.deepEqual(client.told, [
      `The minutes of 2025-03-12 are there already: ${team}/20250312.md.`,
      `The minutes of 2025-03-19 are there already: ${path}.`,
    ])
  })

  test('are told of alone to a client that shows no files, and say so to one that makes none', async (t) => {
    const { window: _, ...quiet } = fullCapabilities
    const quietly = await opened(t, quiet)
    assert.equal(await quietly.make({ folder: team, day: '2025-03-12' }), null)
    await quietly.client.until(() => quietly.client.told.length > 0)
    assert.deepEqual(quietly.client.shown, [])
    const { client, make } = await opened(t, {})
    assert.equal(await make({ folder: team, day: '2025-03-19' }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told[0]!, /does not make files/)
  })

  test('are offered for each team, that which meets next first', async (t) => {
    const { folder, run } = await opened(t)
    const teams = (await run(serverCommands.teamsToMeet)) as MeetingTeam[]
    assert.deepEqual(
      teams.map(({ root, folder, name, latest }) => [root, folder, name, latest]),
      [
        [folder.uri, team, team, '2025-03-12'],
        [folder.uri, 'gulls', 'gulls', '2025-03-10'],
      ],
    )
    for (const { days } of teams) assert.equal(days[0]!.what, 'next')
  })

  test('are offered for a team whose next minutes are prepared, and for two whose folders are called alike', async (t) => {
    const { folder, run, client } = await opened(t)
    const today = systemClock.today()
    const files = [`gulls/minutes/${today}.md`, `gulls/minutes/${addDays(today, 7)}.md`, `ropes/minutes/${today}.md`]
    for (const path of files) await client.open(folder.uriOf(path), '# Minutes\n')
    const teams = (await run(serverCommands.teamsToMeet)) as MeetingTeam[]
    const days = new Map(teams.map(({ folder, days: [first] }) => [folder, first!.day]))
    assert.equal(days.get('gulls/minutes'), addDays(today, 14))
    assert.equal(days.get('ropes/minutes'), addDays(today, 7))
    const prepared = new Map(teams.map(({ folder, prepared }) => [folder, prepared]))
    assert.equal(prepared.get('gulls/minutes'), addDays(today, 7))
    assert.equal(prepared.get('gulls'), undefined)
  })

  test('are a draft where they report on other teams', async (t) => {
    const { folder, client, make } = await opened(t)
    const teams = `[{ "name": "Team Ropes", "folder": ${JSON.stringify(team)} }]`
    folder.write('.minutes.json', `{ "reports": ["gulls"], "teams": ${teams} }`)
    await client.filesChanged([folder.uriOf('.minutes.json')], lsp.FileChangeType.Created)
    const made = await make({ folder: 'gulls', day: '2025-03-17' })
    assert.equal(made!.text, '# Gulls 2025-03-17\n\n## Team Ropes\n')
  })

  test('are those of no other team where a folder has got another name', async (t) => {
    const { folder, client, run } = await opened(t)
    const [old, now] = ['gulls', 'terns'].map((name) => folder.uriOf(name)) as [string, string]
    folder.rename('gulls', 'terns')
    await client.filesChanged([old], lsp.FileChangeType.Deleted)
    await client.filesChanged([now], lsp.FileChangeType.Created)
    for (const root of [old, `${old}/20250310.md`]) {
      assert.equal(await run(serverCommands.newMinutes, { root, day: '2025-03-17' }), null)
      assert.match(client.told.pop()!, /^There is no gulls.* here any more/)
    }
    const made = (await run(serverCommands.newMinutes, { root: now, day: '2025-03-17' })) as NewDocument
    assert.equal(made.uri, folder.uriOf('terns/20250317.md'))
  })

  test('say why there are none', async (t) => {
    const { folder, client, make, run } = await opened(t)
    assert.equal(await make({ folder: 'nobody', day: '2025-03-19' }), null)
    await client.until(() => client.told.length > 0)
    assert.match(client.told[0]!, /^There are no minutes in nobody before 2025-03-19/)
    for (const params of [undefined, 1, {}, { root: folder.uri, day: 'soon' }, { root: folder.uri, folder: 1 }]) {
      await assert.rejects(run(serverCommands.newMinutes, params), /takes one argument/)
    }
    await assert.rejects(run(serverCommands.newMinutes, { root: 'file:///elsewhere' }), /is in no workspace folder/)
  })
})
