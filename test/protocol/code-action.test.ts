import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import type { SavePicturesParams } from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, type ClientOptions, fullCapabilities } from './client.ts'

const path = 'community-call/20251106.md'

function lines(first: number, last = first): lsp.Range {
  return { start: { line: first, character: 0 }, end: { line: last, character: 200 } }
}

/** The line of a text that starts with some words, the `nth` of them. */
function lineOf(text: string, words: string, nth = 1): number {
  return text.split('\n').flatMap((line, at) => (line.startsWith(words) ? [at] : []))[nth - 1]!
}

async function open(folder: Folder, client: Client, path: string) {
  const [uri, text] = [folder.uriOf(path), folder.read(path)]
  await client.open(uri, text)
  await client.diagnostics(uri)
  return { uri, text }
}

/** The edits of a document in an edit that tells of versions. */
function edits({ edit }: lsp.CodeAction): lsp.TextDocumentEdit[] {
  return edit!.documentChanges!.filter((change) => 'textDocument' in change)
}

const { codeActionLiteralSupport } = fullCapabilities.textDocument!.codeAction!
const withoutResolve: lsp.ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    codeAction: { codeActionLiteralSupport: codeActionLiteralSupport! },
  },
}
const withoutVersions: lsp.ClientCapabilities = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, workspaceEdit: {} },
}

describe('a quick fix', () => {
  test('is offered at its finding, and made when it is chosen', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    const { uri, text } = await open(folder, client, path)
    const line = lineOf(text, 'Minutes: none yet')
    const [action] = await client.actions(uri, lines(line))
    assert.equal(action!.title, 'Fill in storage/20251103.md')
    assert.equal(action!.kind, 'quickfix')
    assert.equal(action!.isPreferred, true)
    assert.equal(action!.diagnostics![0]!.code, 'stale-minutes-line')
    assert.equal(action!.edit, undefined)
    const resolved = await client.resolveAction(action!)
    const newText = 'Minutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
    const range = { start: { line, character: 0 }, end: { line, character: 17 } }
    assert.deepEqual(resolved.edit, {
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range, newText }] }],
    })
  })

  test('is not offered elsewhere', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    const { uri } = await open(folder, client, path)
    assert.deepEqual(await client.actions(uri, lines(0)), [])
  })

  test('is made of the text as it is when it is chosen', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri])
    const { uri, text } = await open(folder, client, path)
    const line = lineOf(text, 'Minutes: none yet')
    const [action] = await client.actions(uri, lines(line))
    const end = { line, character: 17 }
    await client.change(uri, 2, [{ range: { start: end, end }, text: ' :-(' }])
    const resolved = await client.resolveAction(action!)
    assert.deepEqual(edits(resolved)[0]!.textDocument, { uri, version: 2 })
    await client.change(uri, 3, [{ text: '# Nothing\n' }])
    assert.equal((await client.resolveAction(action!)).edit, undefined)
  })

  test('is that of its own finding, where two are called the same', async (t) => {
    const folder = new Folder(t, smallRepository())
    const line = '\n## Team Crane\n\nMinutes:\n'
    folder.write('call/20250313.md', `# Call 2025-03-13\n${line}${line}`)
    const client = await Client.during(t, [folder.uri])
    const { uri, text } = await open(folder, client, 'call/20250313.md')
    const actions = (await client.actions(uri, lines(0, 99))).filter(({ title }) => title.startsWith('Fill in crane/'))
    const places: number[] = []
    for (const action of actions) {
      const [change] = edits(await client.resolveAction(action))
      places.push(change!.edits[0]!.range.start.line)
    }
    assert.deepEqual(places, [lineOf(text, 'Minutes:', 1), lineOf(text, 'Minutes:', 2)])
  })

  test('is a command for a client that takes no others, and makes its edit as long as it fits', async (t) => {
    const folder = Folder.sample(t)
    const textDocument = { ...fullCapabilities.textDocument, codeAction: {} }
    const client = await Client.during(t, [folder.uri], { capabilities: { ...fullCapabilities, textDocument } })
    const { uri, text } = await open(folder, client, path)
    const line = lineOf(text, 'Minutes: none yet')
    const [action] = (await client.actions(uri, lines(line))) as unknown as lsp.Command[]
    const run = () => client.connection.sendRequest(lsp.ExecuteCommandRequest.type, action!)
    await client.change(uri, 2, [{ range: lines(0, 0), text: '' }])
    assert.equal(await run(), null)
    await client.until(() => client.applied.length === 1)
    const [{ edit, label }] = client.applied as [lsp.ApplyWorkspaceEditParams]
    assert.equal(label, action!.title)
    assert.deepEqual((edit.documentChanges![0] as lsp.TextDocumentEdit).textDocument, { uri, version: 2 })
    await client.change(uri, 3, [{ text: '# Nothing\n' }])
    assert.equal(await run(), null)
    assert.match(client.told.join(), /no longer offered/)
    assert.equal(client.applied.length, 1)
  })

  test('is none for a client that takes neither', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri], { capabilities: {} })
    assert.equal(client.capabilities.codeActionProvider, undefined)
    const [uri, text] = [folder.uriOf(path), folder.read(path)]
    await client.open(uri, text)
    const range = lines(lineOf(text, 'Minutes: none yet'))
    assert.deepEqual(await client.actions(uri, range), [])
    const action = { uri, range, kind: 'quickfix', title: 'Fill in storage/20251103.md', at: 0 }
    const params = { command: 'minutes.server.applyAction', arguments: [action] }
    assert.equal(await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, params), null)
    assert.match(client.told.join(), /makes no edits/)
  })

  test('comes whole to clients that do not resolve', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri], { capabilities: withoutResolve })
    const { uri, text } = await open(folder, client, path)
    const [action] = await client.actions(uri, lines(lineOf(text, 'Minutes: none yet')))
    assert.equal(action!.data, undefined)
    assert.equal(edits(action!)[0]!.edits.length, 1)
  })

  test('is a plain change for clients without versions', async (t) => {
    const folder = Folder.sample(t)
    const client = await Client.during(t, [folder.uri], { capabilities: withoutVersions })
    const { uri, text } = await open(folder, client, path)
    const [action] = await client.actions(uri, lines(lineOf(text, 'Minutes: none yet')))
    const { edit } = await client.resolveAction(action!)
    assert.deepEqual(Object.keys(edit!), ['changes'])
    assert.deepEqual(Object.keys(edit!.changes!), [uri])
  })
})

test('the kinds that are asked for are those that come', async (t) => {
  const folder = Folder.sample(t)
  const client = await Client.during(t, [folder.uri])
  const { uri, text } = await open(folder, client, path)
  const range = lines(lineOf(text, 'Minutes: none yet'))
  const fix = 'quickfix: Fill in storage/20251103.md'
  const fillHere = 'quickfix: Fill in all 3 minutes lines'
  const silence = [
    'quickfix: Allow stale-minutes-line in this line',
    'quickfix: Allow stale-minutes-line in this file',
    'quickfix: Switch stale-minutes-line off in .minutes.json',
  ]
  const fill = 'source.fillMinutesLines: Fill in all 3 minutes lines'
  const fixAll = 'source.fixAll.minutes: Fix all that is safe to fix'
  const expected: [only: string[] | undefined, actions: string[]][] = [
    [undefined, [fix, fillHere, ...silence]],
    [[''], [fix, fillHere, ...silence, fill, fixAll]],
    [['quickfix'], [fix, fillHere, ...silence]],
    [['source'], [fill, fixAll]],
    [['source.fixAll'], [fixAll]],
    [['source.fixAll.minutes'], [fixAll]],
    [['source.fixAll.eslint'], []],
    [['refactor', 'source.fillMinutesLines'], [fill]],
    [['refactor'], []],
  ]
  for (const [only, actions] of expected) {
    const offered = await client.actions(uri, range, only)
    assert.deepEqual(
      offered.map(({ kind, title }) => `${kind}: ${title}`),
      actions,
      String(only),
    )
  }
})

test('a minutes line whose note says more is not filled in with the others', async (t) => {
  const folder = new Folder(t, smallRepository())
  const section = (line: string) => `\n## Team Crane\n\n${line}\n`
  const notes = ['Minutes:', 'Minutes: none yet, ask @ines who took the notes on paper', 'Minutes: none yet']
  folder.write('call/20250313.md', `# Call 2025-03-13\n${notes.map(section).join('')}`)
  const client = await Client.during(t, [folder.uri])
  const { uri, text } = await open(folder, client, 'call/20250313.md')
  const [action] = await client.actions(uri, lines(0), ['source.fillMinutesLines'])
  assert.equal(action!.title, 'Fill in all 2 minutes lines')
  const [change] = edits(await client.resolveAction(action!))
  assert.deepEqual(
    change!.edits.map(({ range }) => range.start.line),
    [lineOf(text, 'Minutes:', 1), lineOf(text, 'Minutes:', 3)],
  )
})

describe('many fixes at once', () => {
  for (const kind of ['source.fixAll.minutes', 'source.fillMinutesLines']) {
    test(`${kind} leaves nothing of its kind`, async (t) => {
      const folder = Folder.sample(t)
      const client = await Client.during(t, [folder.uri])
      const { uri } = await open(folder, client, path)
      const [action] = await client.actions(uri, lines(0), [kind])
      const [{ edits: made }] = edits(await client.resolveAction(action!)) as [lsp.TextDocumentEdit]
      assert.equal(made.length, 3)
      const backwards = [...made].reverse() as lsp.TextEdit[]
      await client.change(
        uri,
        2,
        backwards.map(({ range, newText }) => ({ range, text: newText })),
      )
      assert.deepEqual(await client.diagnostics(uri), [])
      assert.deepEqual(await client.actions(uri, lines(0), [kind]), [])
    })
  }
})

describe('renaming a file', () => {
  const rename = (actions: lsp.CodeAction[]) => actions.find(({ title }) => title.startsWith('Rename'))

  const misdated = 'crane/20250312.md'
  const linkers = ['docs/charter.md', 'crane/20250226.md'] as const

  /** A repository in which two files link the misdated one: one on the disk, one in an editor only. */
  function withLinks(t: TestContext): Folder {
    const folder = new Folder(t, smallRepository())
    folder.write(misdated, '# Crane 2025-03-11\n')
    folder.write(linkers[0], 'See [last week](../crane/20250312.md#agenda).\n')
    return folder
  }

  test('takes the links along, each with the version of its document', async (t) => {
    const folder = withLinks(t)
    const client = await Client.during(t, [folder.uri])
    const { uri, text } = await open(folder, client, misdated)
    await client.change(uri, 7, [{ text: `${text}\n` }])
    const openUri = folder.uriOf(linkers[1])
    await client.open(openUri, `\n\nSee ${urlOf(misdated)}\n`)
    const action = rename(await client.actions(uri, lines(0)))
    const { edit } = await client.resolveAction(action!)
    const changes = edit!.documentChanges!
    assert.ok(action!.title.endsWith(' and update the links in 2 files'))
    const operation = changes.at(-1) as lsp.RenameFile
    assert.equal(operation.kind, 'rename')
    assert.equal(operation.oldUri, uri)
    assert.equal(operation.newUri, folder.uriOf('crane/20250311.md'))
    assert.equal(operation.options?.overwrite, false)
    const told = new Map(edits({ edit } as lsp.CodeAction).map((change) => [change.textDocument.uri, change]))
    assert.deepEqual(told.get(folder.uriOf(linkers[0]))!.textDocument.version, null)
    assert.deepEqual(told.get(folder.uriOf(linkers[0]))!.edits[0]!.range, {
      start: { line: 0, character: 16 },
      end: { line: 0, character: 43 },
    })
    assert.deepEqual(told.get(openUri)!.textDocument.version, 1)
    assert.equal(told.get(openUri)!.edits[0]!.range.start.line, 2)
  })

  test('finds links where they are by now, though nobody told', async (t) => {
    const folder = withLinks(t)
    const client = await Client.during(t, [folder.uri])
    const { uri } = await open(folder, client, misdated)
    const action = rename(await client.actions(uri, lines(0)))
    folder.write(linkers[0], 'By the way, see [last week](../crane/20250312.md#agenda).\n')
    const change = edits(await client.resolveAction(action!)).find(
      ({ textDocument }) => textDocument.uri === folder.uriOf(linkers[0]),
    )
    assert.deepEqual(change!.edits[0]!.range.start, { line: 0, character: 28 })
  })

  test('finds links where they are by now, for clients that do not resolve', async (t) => {
    const folder = withLinks(t)
    const client = await Client.during(t, [folder.uri], { capabilities: withoutResolve })
    const { uri } = await open(folder, client, misdated)
    folder.write(linkers[0], 'By the way, see [last week](../crane/20250312.md#agenda).\n')
    const change = edits(rename(await client.actions(uri, lines(0)))!).find(
      ({ textDocument }) => textDocument.uri === folder.uriOf(linkers[0]),
    )
    assert.deepEqual(change!.edits[0]!.range.start, { line: 0, character: 28 })
  })

  test('is not offered to clients that cannot rename', async (t) => {
    for (const capabilities of [withoutVersions, { ...withoutResolve, workspace: withoutVersions.workspace! }]) {
      const folder = withLinks(t)
      const client = await Client.during(t, [folder.uri], { capabilities })
      const { uri } = await open(folder, client, misdated)
      const actions = await client.actions(uri, lines(0))
      assert.equal(rename(actions), undefined)
      assert.ok(actions.length > 0)
    }
  })

  test('writes names that need it as a URL', async (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write('kräne co/20250313.md', '# Crane 2025-03-06\n')
    folder.write('kräne co/page.md', '[x](20250313.md)\n')
    folder.write('crane/page.md', `[x](${urlOf('kr%C3%A4ne%20co/20250313.md')})\n`)
    const client = await Client.during(t, [folder.uri])
    const { uri } = await open(folder, client, 'kräne co/20250313.md')
    const action = rename(await client.actions(uri, lines(0)))
    const { edit } = await client.resolveAction(action!)
    const changed = new Map(edits({ edit } as lsp.CodeAction).map((one) => [one.textDocument.uri, one.edits]))
    assert.deepEqual([...changed.keys()].sort(), [folder.uriOf('crane/page.md'), asServed(folder, 'page.md')].sort())
    assert.equal((edit!.documentChanges!.at(-1) as lsp.RenameFile).newUri, asServed(folder, '20250306.md'))
  })

  /** The server's way of writing the URI of a file in the folder with blanks. */
  function asServed(folder: Folder, name: string): string {
    return `${folder.uri}/kr%C3%A4ne%20co/${name}`
  }
})

describe('storing pictures', () => {
  const path = 'crane/20250312.md'
  const pad = 'https://pad.example.org/uploads'
  const [quay, lamp] = ['0f8fad5b-d9cb-469f-a165-70867728950e.png', '7c9e6679-7425-40de-944b-e07fc1f90ae7.jpg']
  const savesPictures = { initializationOptions: { savesPictures: true } }

  async function offered(t: TestContext, text: string, options: ClientOptions) {
    const folder = new Folder(t, smallRepository())
    folder.write(path, text)
    const client = await Client.during(t, [folder.uri], options)
    const { uri } = await open(folder, client, path)
    const actions = await client.actions(uri, lines(2))
    return { uri, client, actions: actions.filter(({ title }) => title.startsWith('Store')) }
  }

  test('is a command of the client, with the edit for later', async (t) => {
    const { uri, client, actions } = await offered(t, `# Crane 2025-03-12\n\n![](${pad}/${quay})\n`, savesPictures)
    const [action] = actions
    assert.equal(action!.title, `Store the picture as crane/${quay}`)
    assert.equal(action!.edit, undefined)
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 + `${pad}/${quay}`.length } }
    const pictures = [{ url: `${pad}/${quay}`, path: `crane/${quay}`, edits: [{ range, newText: quay }] }]
    assert.deepEqual(action!.command, {
      title: action!.title,
      command: 'minutes.saveImage',
      arguments: [{ uri, version: 1, pictures, uploads: [] }],
    })
    assert.deepEqual(await client.resolveAction(action!), action)
    assert.equal(actions.length, 1)
  })

  test('is not offered to clients that do not store', async (t) => {
    const { client, uri, actions } = await offered(t, `# Crane 2025-03-12\n\n![](${pad}/${quay})\n`, {})
    assert.deepEqual(actions, [])
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['unsaved-image'],
    )
  })

  test('stores all pictures of a file at once, each of them once', async (t) => {
    const text = `# Crane 2025-03-12\n\n![](${pad}/${quay})\n\n![](${pad}/${lamp}) ![](${pad}/${quay})\n`
    const { actions } = await offered(t, text, savesPictures)
    assert.deepEqual(
      actions.map(({ title }) => title),
      [`Store the picture as crane/${quay}`, 'Store all 2 pictures of this file'],
    )
    const { pictures } = actions[1]!.command!.arguments![0] as SavePicturesParams
    assert.deepEqual(
      pictures.map(({ path, edits }) => [path, edits.length]),
      [
        [`crane/${quay}`, 2],
        [`crane/${lamp}`, 1],
      ],
    )
  })
})
