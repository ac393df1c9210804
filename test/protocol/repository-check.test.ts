import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { serverCommands } from '../../server/src/lsp/protocol.ts'
import { community } from '../support/community.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities, type WorkspaceReport, withoutPull } from './client.ts'

const report = 'call/20250313.md'
const linking = 'call/20250306.md'
const linked = 'crane/20250305.md'

/** The faults of two reports: an empty minutes line, and a link to a heading that is there as long as nobody calls it otherwise. */
function files(): Record<string, string> {
  const more = `\n- [Ropes](${urlOf(linked)}#ropes)\n`
  return { ...smallRepository(), [linking]: smallRepository()[linking] + more }
}

async function started(t: TestContext, options: ClientOptions = {}, texts = files()) {
  const folder = new Folder(t, texts)
  const client = await Client.during(t, [folder.uri], options)
  const run = (): Promise<unknown> =>
    client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: serverCommands.checkRepository })
  return { folder, client, run, told: (reports: readonly WorkspaceReport[]) => told(reports, folder) }
}

/** Each report with its path, and the findings that are told, or that they are the same. */
function told(reports: readonly WorkspaceReport[], folder: Folder): string[] {
  return reports.map((one) => {
    const found = one.kind === 'full' ? one.items.map(({ code }) => code).join(' ') || 'nothing' : 'the same'
    return `${one.uri.slice(folder.uri.length + 1)}: ${found}`
  })
}

const onlyWhenAsked: ClientOptions = { settings: { check: { repository: 0 } } }

describe('what is wrong in all files', () => {
  test('is told of files that nobody has opened', async (t) => {
    const { client, told } = await started(t)
    assert.deepEqual(told(await client.reports()), [`${report}: stale-minutes-line`])
  })

  test('is told of open documents too, as they are', async (t) => {
    const { folder, client, told } = await started(t)
    await client.open(folder.uriOf(linked), '# Crane 2025-03-06\n')
    const reports = await client.reports()
    assert.deepEqual(told(reports).sort(), [
      `${linking}: broken-minutes-link`,
      `${report}: stale-minutes-line`,
      `${linked}: date-mismatch`,
    ])
    assert.equal(reports.find(({ uri }) => uri === folder.uriOf(linked))!.version, 1)
  })

  test('is told of .minutes.json', async (t) => {
    const { client, told } = await started(t, {}, { ...files(), '.minutes.json': '{ "reports": ["nowhere"] }' })
    assert.ok(told(await client.reports()).includes('.minutes.json: invalid-settings'))
  })

  test('comes piece by piece to whoever takes it so', async (t) => {
    const { folder, client } = await started(t, {}, Object.fromEntries(community(100)))
    const pieces: WorkspaceReport[] = []
    const partialResultToken = 'pieces'
    client.connection.onProgress(lsp.WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      pieces.push(...items)
    })
    const params = { previousResultIds: [], partialResultToken }
    assert.deepEqual(await client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, params), { items: [] })
    assert.deepEqual(told(pieces, folder), ['call/20250313.md: stale-minutes-line'])
  })

  test('keeps nobody waiting who asks something else', async (t) => {
    const { client } = await started(t, {}, Object.fromEntries(community(250)))
    const order: string[] = []
    await client.find('ropes')
    const all = client.reports().then(() => order.push('all files'))
    const one = client.find('ropes').then(() => order.push('one question'))
    await Promise.all([all, one])
    assert.deepEqual(order, ['one question', 'all files'])
  })

  test('is told when there is something new, and the rest in a few words', async (t) => {
    const { folder, client, told } = await started(t)
    const first = await client.reports()
    let isAnswered = false
    const second = client.reports(first).finally(() => {
      isAnswered = true
    })
    await client.settled()
    assert.equal(isAnswered, false)
    folder.write(linked, '# Crane 2025-03-05\n')
    await client.filesChanged([folder.uriOf(linked)])
    assert.deepEqual(told(await second).sort(), [`${linking}: broken-minutes-link`, `${report}: the same`])
  })

  test('is told anew to whoever has forgotten it', async (t) => {
    const { client, told } = await started(t)
    await client.reports()
    assert.deepEqual(told(await client.reports()), [`${report}: stale-minutes-line`])
  })

  test('goes with the fault, the file and the folder', async (t) => {
    const { folder, client, told } = await started(t, {}, { ...files(), [linked]: '# Crane 2025-03-06\n' })
    const first = await client.reports()
    assert.equal(first.length, 3)
    folder.write(report, smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`)[report]!)
    await client.filesChanged([folder.uriOf(report)])
    assert.ok(told(await client.reports(first)).includes(`${report}: nothing`))
    folder.remove(linked)
    await client.filesChanged([folder.uriOf(linked)])
    const third = await client.reports(first.filter(({ uri }) => uri !== folder.uriOf(report)))
    assert.ok(told(third).includes(`${linked}: nothing`))
    const known = third.filter(({ resultId }) => resultId)
    assert.equal(known.length, 1)
    await client.foldersChanged([], [folder.uri])
    assert.deepEqual(told(await client.reports(known)), [`${linking}: nothing`])
  })

  test('follows what is typed when that is saved', async (t) => {
    const { folder, client, told } = await started(t)
    const uri = folder.uriOf(linked)
    await client.open(uri, folder.read(linked))
    const first = await client.reports()
    const second = client.reports(first)
    let isAnswered = false
    void second.finally(() => {
      isAnswered = true
    })
    await client.change(uri, 2, [{ text: '# Crane 2025-03-05\n\n## Cords\n' }])
    await client.settled()
    assert.equal(isAnswered, false)
    await client.save(uri)
    assert.deepEqual(told(await second).sort(), [`${linking}: broken-minutes-link`, `${report}: the same`])
  })

  test('is what is stored when a document is closed', async (t) => {
    const { folder, client, told } = await started(t)
    const first = await client.reports()
    const uri = folder.uriOf(linked)
    await client.open(uri, '# Crane 2025-03-06\n')
    assert.equal((await client.diagnostics(uri)).length, 1)
    const second = client.reports(first)
    await client.close(uri)
    const reports = [...(await second)]
    if (!told(reports).includes(`${linked}: nothing`)) reports.push(...(await client.reports(reports)))
    assert.ok(told(reports).includes(`${linked}: nothing`))
  })

  test('is asked for in vain where that is only done when somebody says so', async (t) => {
    const { folder, client, told } = await started(t, onlyWhenAsked)
    await client.open(folder.uriOf(report), folder.read(report))
    assert.deepEqual(await client.reports(), [])
    assert.equal((await client.diagnostics(folder.uriOf(report))).length, 1)
    const next = client.reports()
    await client.close(folder.uriOf(report))
    assert.deepEqual(told(await next), [`${report}: nothing`], 'an editor would go on showing it')
  })

  test('is no longer told when the setting changes', async (t) => {
    const { client, told } = await started(t)
    const first = await client.reports()
    await client.configure(onlyWhenAsked.settings)
    assert.deepEqual(told(await client.reports(first)), [`${report}: nothing`])
  })
})

describe('checking the repository', () => {
  const all = Object.keys(files()).length

  test('tells of all files, how far it is, and what it came to', async (t) => {
    const { client, run, told } = await started(t, onlyWhenAsked)
    assert.deepEqual(await client.reports(), [])
    const reports = client.reports()
    assert.deepEqual(await run(), { files: all, faulty: 1, findings: 1 })
    assert.deepEqual(told(await reports), [`${report}: stale-minutes-line`])
    const kinds = client.progress.map(({ kind }) => kind)
    assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end'])
    assert.deepEqual(client.told, [`1 finding in 1 of ${all} files.`])
  })

  test('keeps what it has found up to date', async (t) => {
    const { folder, client, run, told } = await started(t, onlyWhenAsked)
    await client.reports()
    const reports = client.reports()
    await run()
    const known = await reports
    folder.write(report, smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`)[report]!)
    await client.filesChanged([folder.uriOf(report)])
    assert.deepEqual(told(await client.reports(known)), [`${report}: nothing`])
  })

  test('ends when somebody ends it', async (t) => {
    const { client, run } = await started(t, onlyWhenAsked)
    await client.reports()
    const running = run()
    await client.until(() => client.progress.length > 0)
    const { token } = client.progress[0]!
    await client.connection.sendNotification(lsp.WorkDoneProgressCancelNotification.type, { token })
    assert.equal(await running, null)
    assert.deepEqual(client.told, [])
  })

  test('is over for an editor that does not ask again, and told to it if it does', async (t) => {
    const { client, run, told } = await started(t, onlyWhenAsked)
    await client.reports()
    const cancellation = new lsp.CancellationTokenSource()
    const params = { previousResultIds: [] }
    const given = client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, params, cancellation.token)
    const first = run()
    cancellation.cancel()
    assert.deepEqual(await first, { files: all, faulty: 1, findings: 1 })
    await given.catch(() => {})
    assert.deepEqual(await run(), { files: all, faulty: 1, findings: 1 })
    assert.deepEqual(told(await client.reports()), [`${report}: stale-minutes-line`])
  })

  test('is told of an open document too to an editor that asks when it is over', async (t) => {
    const { folder, client, run, told } = await started(t, onlyWhenAsked)
    await client.reports()
    await client.open(folder.uriOf(report), folder.read(report))
    await run()
    assert.deepEqual(told(await client.reports()), [`${report}: stale-minutes-line`])
  })

  test('shows no progress where there is none', async (t) => {
    const capabilities = { ...fullCapabilities, window: {} }
    const { client, run } = await started(t, { ...onlyWhenAsked, capabilities })
    await client.reports()
    const reports = client.reports()
    assert.deepEqual(await run(), { files: all, faulty: 1, findings: 1 })
    assert.equal((await reports).length, 1)
    assert.deepEqual(client.progress, [])
  })

  for (const [name, capabilities] of [
    ['cannot ask for findings', withoutPull],
    ['never asks for those of all files', fullCapabilities],
  ] as const) {
    test(`sends what it finds to an editor that ${name}`, async (t) => {
      const { folder, client, run } = await started(t, { ...onlyWhenAsked, capabilities })
      const shown = (path: string) => client.published.get(folder.uriOf(path))?.diagnostics.map(({ code }) => code)
      await run()
      await client.until(() => shown(report)?.join() === 'stale-minutes-line')
      folder.write(report, smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`)[report]!)
      await client.filesChanged([folder.uriOf(report)])
      await client.until(() => shown(report)?.length === 0)
    })
  }

  test('leaves a document that is open to those who ask for its findings', async (t) => {
    const { folder, client, run } = await started(t)
    const uri = folder.uriOf(report)
    await run()
    await client.until(() => client.published.get(uri)?.diagnostics.length === 1)
    await client.open(uri, folder.read(report))
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0)
    assert.equal((await client.diagnostics(uri)).length, 1)
    await client.close(uri)
    await client.until(() => client.published.get(uri)?.diagnostics.length === 1)
  })
})
