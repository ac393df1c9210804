import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, type ClientOptions, withoutPull } from './client.ts'

const report = 'call/20250313.md'
const stale = 'stale-minutes-line'

/** The severities that the findings of the report have: 1 is an error, 4 a hint. */
async function severities(client: Client, uri: string): Promise<unknown[]> {
  return (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity])
}

async function opened(t: TestContext, options: ClientOptions, settings?: object) {
  const files = smallRepository()
  if (settings) files['.minutes.json'] = JSON.stringify({ ...JSON.parse(files['.minutes.json']!), ...settings })
  const folder = new Folder(t, files)
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(report)
  await client.open(uri, folder.read(report))
  await client.settled()
  return { folder, client, uri }
}

describe('the severities that a person prefers', () => {
  test('win over those of the rules', async (t) => {
    const { client, uri } = await opened(t, { settings: { rules: { [stale]: 'hint' } } })
    assert.deepEqual(await severities(client, uri), [[stale, 4]])
  })

  test('win over those of the repository, whose options stay', async (t) => {
    const rules = { [stale]: { severity: 'information', days: 1 } }
    const { folder, client, uri } = await opened(t, { settings: { rules: { [stale]: 'error' } } }, { rules })
    assert.deepEqual(await severities(client, uri), [], 'the minutes of the day before are too old')
    folder.write('crane/20250313.md', '# Crane 2025-03-13\n')
    await client.filesChanged([folder.uriOf('crane/20250313.md')])
    assert.deepEqual(await severities(client, uri), [[stale, 1]])
  })

  test('switch a rule off and on while documents are open, and have them asked for again', async (t) => {
    const { client, uri } = await opened(t, {})
    assert.deepEqual(await severities(client, uri), [[stale, 2]])
    const { resultId } = await client.report(uri)
    const before = client.refreshes
    await client.configure({ rules: { [stale]: 'off' } })
    await client.until(() => client.refreshes > before)
    assert.deepEqual(await client.report(uri, resultId).then(({ kind }) => kind), 'full')
    assert.deepEqual(await severities(client, uri), [])
    await client.configure({})
    await client.until(() => client.refreshes > before + 1)
    assert.deepEqual(await severities(client, uri), [[stale, 2]])
  })

  test('are sent to a client that is not asked for them', async (t) => {
    const capabilities = { ...withoutPull, workspace: { ...withoutPull.workspace, configuration: false } }
    const { client, uri } = await opened(t, { capabilities })
    const shown = () => client.published.get(uri)?.diagnostics.map(({ severity }) => severity)
    await client.until(() => shown()?.[0] === 2)
    await client.configure({ rules: { [stale]: 'error' } })
    await client.until(() => shown()?.[0] === 1)
  })

  test('are named at the beginning by a client that is never asked, and told later all the same', async (t) => {
    const capabilities = { ...withoutPull, workspace: { ...withoutPull.workspace, configuration: false } }
    const initializationOptions = { minutes: { rules: { [stale]: 'error' } } }
    const { client, uri } = await opened(t, { capabilities, initializationOptions })
    const shown = () => client.published.get(uri)?.diagnostics.map(({ severity }) => severity)
    await client.until(() => shown()?.[0] === 1)
    await client.configure({ rules: { [stale]: 'hint' } })
    await client.until(() => shown()?.[0] === 4)
  })

  test('are those of the beginning for a client that is asked and has none', async (t) => {
    const initializationOptions = { minutes: { rules: { [stale]: 'error' } } }
    const { client, uri } = await opened(t, { initializationOptions, settings: null })
    assert.deepEqual(await severities(client, uri), [[stale, 1]])
  })

  test('hold in a folder that is opened later', async (t) => {
    const { client } = await opened(t, { settings: { rules: { [stale]: 'off' } } })
    const other = new Folder(t, smallRepository())
    await client.foldersChanged([other.uri], [])
    await client.open(other.uriOf(report), other.read(report))
    assert.deepEqual(await severities(client, other.uriOf(report)), [])
  })

  test('are told of and left out where they are wrong, and the rest is used', async (t) => {
    const rules = { [stale]: 'error', 'date-mismatch': 'loud', 'no-such-fault': 'off' }
    const settings = { rules, outline: { enabled: 'often' } }
    const { client, uri } = await opened(t, { settings })
    assert.deepEqual(await severities(client, uri), [[stale, 1]])
    const logged = client.logged.filter((message) => message.includes('cannot be used'))
    assert.deepEqual(
      logged.map((message) => /"(.*?)"/.exec(message)![1]),
      ['minutes.outline.enabled', 'minutes.rules.date-mismatch', 'minutes.rules.no-such-fault'],
    )
    assert.match(logged[1]!, /Write "off" or a severity/)
  })

  test('change no setting when they are none at all', async (t) => {
    for (const settings of ['loud', { rules: 'loud' }, { rules: ['loud'] }]) {
      const { client, uri } = await opened(t, { settings })
      assert.deepEqual(await severities(client, uri), [[stale, 2]])
      assert.ok(client.logged.some((message) => message.includes('cannot be used')))
    }
  })
})
