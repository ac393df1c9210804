import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type AttendanceEntry, type CalendarEntry, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const team = 'ropes #1 ü'
const pathOn = (day: string) => `${team}/${day}.md`

async function opened(t: TestContext, capabilities: lsp.ClientCapabilities = fullCapabilities) {
  const folder = new Folder(t, {
    '.minutes.json': '{ "reports": ["call"], "people": [{ "handle": "ines", "aliases": ["inesb"] }] }',
    [pathOn('20250305')]: '# Ropes\n\nParticipants: @bo, @inesb\n',
    [pathOn('20250312')]: '# Ropes\n\nParticipants: @ines, Noor\n',
    [pathOn('20250319')]: '# Ropes\n',
    [pathOn('20250402')]: '# Ropes\n',
    'call/20250313.md': '# Call\n\n## Ropes\n\n- Minutes: [ropes](../ropes%20%231%20ü/20250312.md)\n',
  })
  const client = await Client.during(t, [folder.uri], { capabilities })
  const run = (command: string, ...args: unknown[]) =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
  const calendar = async (...args: unknown[]) => (await run(serverCommands.calendar, ...args)) as CalendarEntry[]
  const attendance = async (params: object = {}) =>
    (await run(serverCommands.attendance, { root: folder.uri, folder: team, ...params })) as AttendanceEntry
  return { folder, client, run, calendar, attendance }
}

describe('the calendar', () => {
  test('has the days of each team, with their files', async (t) => {
    const { folder, calendar } = await opened(t)
    const [ropes, call] = await calendar({ until: '2025-04-02' })
    const held = (day: string) => ({ day, state: 'held', uri: folder.uriOf(pathOn(day.replaceAll('-', ''))) })
    assert.equal(ropes!.root, folder.uri)
    assert.deepEqual([ropes!.folder, ropes!.reports, call!.folder, call!.reports], [team, false, 'call', true])
    assert.deepEqual(ropes!.days, [
      held('2025-03-05'),
      {
        day: '2025-03-12',
        state: 'reported',
        uri: folder.uriOf(pathOn('20250312')),
        report: folder.uriOf('call/20250313.md'),
      },
      held('2025-03-19'),
      { day: '2025-03-26', state: 'missing' },
      held('2025-04-02'),
    ])
  })

  test('follows what is typed', async (t) => {
    const { folder, client, calendar } = await opened(t)
    const states = async () => (await calendar({ since: '2025-03-12', until: '2025-03-12' }))[0]!.days
    assert.equal((await states())[0]!.state, 'reported')
    await client.open(folder.uriOf('call/20250313.md'), '# Call\n\n## Ropes #1 ü\n\n- Minutes: none yet\n')
    assert.deepEqual(await states(), [
      {
        day: '2025-03-12',
        state: 'late',
        uri: folder.uriOf(pathOn('20250312')),
        report: folder.uriOf('call/20250313.md'),
      },
    ])
  })

  test('is there for a client that has announced nothing, without any argument', async (t) => {
    const { calendar } = await opened(t, {})
    assert.deepEqual(
      (await calendar()).map(({ folder }) => folder),
      [team, 'call'],
    )
  })

  test('says what is wrong with a call', async (t) => {
    const { calendar } = await opened(t)
    for (const params of [1, null, 'x', { since: 1 }, { until: '12.3.2025' }]) {
      await assert.rejects(calendar(params), /takes one argument or none/)
    }
  })
})

describe('the attendance of a team', () => {
  test('has its meetings, and who took part in which', async (t) => {
    const { folder, attendance } = await opened(t)
    assert.deepEqual(await attendance({ until: '2025-03-19' }), {
      root: folder.uri,
      name: 'Ropes',
      folder: team,
      meetings: [
        { day: '2025-03-05', uri: folder.uriOf(pathOn('20250305')), listed: true },
        { day: '2025-03-12', uri: folder.uriOf(pathOn('20250312')), listed: true },
        { day: '2025-03-19', uri: folder.uriOf(pathOn('20250319')), listed: false },
      ],
      people: [
        { name: '@ines', attended: [0, 1] },
        { name: '@bo', attended: [0] },
        { name: 'Noor', attended: [1] },
      ],
    })
  })

  test('follows what is typed', async (t) => {
    const { folder, client, attendance } = await opened(t, {})
    await client.open(folder.uriOf(pathOn('20250319')), '# Ropes\n\n## Participants\n\n- [x] @bo\n- [ ] @ines\n')
    const { people } = await attendance({ since: '2025-03-19' })
    assert.deepEqual(people, [{ name: '@bo', attended: [0] }])
  })

  test('says what is wrong with a call', async (t) => {
    const { run, attendance } = await opened(t)
    await assert.rejects(attendance({ folder: 'gulls' }), /There are no minutes in gulls/)
    await assert.rejects(attendance({ root: 'file:///elsewhere' }), /is no workspace folder/)
    for (const params of [undefined, 1, {}, { root: 'file:///x' }, { root: 'x', folder: 1 }]) {
      await assert.rejects(run(serverCommands.attendance, params), /takes one argument: /)
    }
    await assert.rejects(attendance({ since: 'yesterday' }), /takes one argument: /)
  })
})
