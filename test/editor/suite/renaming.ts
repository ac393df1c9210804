import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

const minutes = 'sig-community/20250214.md'
const charter = 'docs/charter.md'
const call = 'community-call/20250220.md'
const page = 'https://github.com/lighthouse-commons/minutes/blob/main'
const setting = 'markdown.updateLinksOnFileMove.enabled'

/** VS Code's own Markdown extension gives new names too: what both of them know changes once. */
describe('New names', () => {
  const { showWarningMessage } = vscode.window
  let old: Readonly<Record<string, string>>
  before(async () => {
    old = await textsOf(minutes, charter, call)
  })
  afterEach(async () => {
    Object.assign(vscode.window, { showWarningMessage })
    await closeAll()
    await prefer(undefined)
  })

  it('of a heading change it, and each link to it once', async () => {
    const { document } = await typed(
      charter,
      [
        '',
        '- [a](../sig-community/20250214.md#first-tasks), [b][c]',
        `- <${page}/${minutes}#first-tasks>, ${page.replace('/main', '/v1')}/${minutes}#first-tasks`,
        '',
        `[c]: ${page}/${minutes}#first-tasks`,
        '',
      ].join('\n'),
    )
    const edit = await rename(minutes, 'First tasks', 'Small tasks', ({ size }) => size === 2)
    assert.deepEqual(drawn(edit, minutes), ['23 Small tasks'])
    const last = document.lineCount - 1
    assert.deepEqual(drawn(edit, charter), [
      `${last - 4} small-tasks`,
      `${last - 3} small-tasks`,
      `${last - 1} small-tasks`,
    ])
    await restore(charter, old[charter]!)
  })

  it('of a handle change it in all files', async () => {
    await openFile(minutes)
    const edit = await rename(minutes, '@aoife-ryan', 'aoife-r', ({ size }) => size > 30)
    const changes: string[] = []
    for (const [uri, edits] of edit.entries()) {
      const document = await vscode.workspace.openTextDocument(uri)
      changes.push(...edits.map(({ range, newText }) => `${document.getText(range)} -> ${newText}`))
      const places = edits.map(({ range }) => `${range.start.line}:${range.start.character}-${range.end.character}`)
      assert.deepEqual(places, [...new Set(places)], uri.path)
    }
    // One of them changes nothing: it makes VS Code show all the others before.
    assert.deepEqual([...new Set(changes)].sort(), [' -> ', '@aoife-ryan -> @aoife-r'])
    assert.equal(changes.filter((change) => change === ' -> ').length, 1)
  })

  it('of what a link leads to move the file', async () => {
    await openFile(charter)
    const edit = await rename(charter, '20250214.md', '../sig-community/2025-02-14.md', ({ size }) => size === 2)
    assert.deepEqual(drawn(edit, charter), ['28 ../sig-community/2025-02-14.md'])
    assert.deepEqual(drawn(edit, call), [`24 ${page}/sig-community/2025-02-14.md`])
    await make(edit, minutes, 'sig-community/2025-02-14.md')
    assert.equal((await textsOf(charter))[charter], old[charter]!.replace('20250214.md', '2025-02-14.md'))
    assert.equal((await textsOf(call))[call], old[call]!.replace('20250214.md', '2025-02-14.md'))
    await move('sig-community/2025-02-14.md', minutes)
    await areAsBefore()
  })

  it('of what a link leads to mend the links in it once', async () => {
    await typed(minutes, '\n[charter](../docs/charter.md)\n')
    const edit = await rename(minutes, '/charter.md)', '../charter.md', ({ size }) => size >= 2)
    await make(edit, charter, 'charter.md')
    const mended = old[charter]!.replaceAll('](../', '](')
    assert.notEqual(mended, old[charter])
    await expectText('charter.md', mended, '', '')
    await move('charter.md', charter)
    await restore(minutes, old[minutes]!)
    await areAsBefore()
  })

  it('that no forge allows, and paths of files that are there, are refused with a reason', async () => {
    const told: string[] = []
    Object.assign(vscode.window, { showWarningMessage: async (message: string) => void told.push(message) })
    await openFile(minutes)
    const handle = await rename(minutes, '@aoife-ryan', 'aoife ryan', () => told.length === 1)
    assert.match(told[0]!, /Nobody on GitHub is called "aoife ryan"/)
    assert.equal(handle.size, 0)
    await openFile(charter)
    const path = await rename(charter, '20250214.md', '../sig-community/20250228.md', () => told.length === 2)
    assert.match(told[1]!, /There is already something called "sig-community\/20250228.md"/)
    assert.equal(path.size, 0, 'the Markdown extension is not asked instead')
  })

  for (const value of ['never', 'always']) {
    it(`of files keep all links alive, and come back: ${setting} is "${value}"`, async () => {
      await prefer(value)
      const moved = 'platform/2025/february-14.md'
      await move(minutes, moved)
      await expectText(charter, old[charter]!, `../${minutes}`, `../${moved}`)
      await expectText(call, old[call]!, `main/${minutes}`, `main/${moved}`)
      // The Markdown extension is not always ready to mend so soon again.
      await prefer('never')
      await move(moved, minutes)
      await areAsBefore()
      await vscode.workspace.fs.delete(fileUri('platform/2025'))
    })
  }

  it('of folders keep all links alive, and come back', async () => {
    const settings = (await textsOf('.minutes.json'))['.minutes.json']!
    await move('sig-community', 'community')
    await expectText(charter, old[charter]!, '../sig-community/', '../community/')
    await expectText(call, old[call]!, 'main/sig-community/', 'main/community/')
    await expectText('.minutes.json', settings, '"folder": "sig-community"', '"folder": "community"')
    await move('community', 'sig-community')
    await areAsBefore()
    await expectText('.minutes.json', settings, '', '')
  })

  /** What the providers of new names say of the first occurrence of a text, once that is as it should be. */
  function rename(path: string, text: string, newName: string, done: (edit: vscode.WorkspaceEdit) => boolean) {
    return until(async () => {
      const document = await vscode.workspace.openTextDocument(fileUri(path))
      const position = document.positionAt(document.getText().indexOf(text) + 1)
      const args = [document.uri, position, newName]
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        ...args,
      )
      return done(edit) && edit
    })
  }

  async function areAsBefore() {
    for (const path of [minutes, charter, call]) await expectText(path, old[path]!, '', '')
  }
})

/** Types at the end of a file. */
async function typed(path: string, text: string): Promise<vscode.TextEditor> {
  const editor = await openFile(path)
  const { document } = editor
  await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, text))
  return editor
}

/** Gives a file the text that it had. VS Code may have saved what was typed. */
async function restore(path: string, text: string) {
  const document = await vscode.workspace.openTextDocument(fileUri(path))
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text)
  assert.ok(await vscode.workspace.applyEdit(edit))
  await document.save()
}

/** The edits of a file, each with its line and what is put there. */
function drawn(edit: vscode.WorkspaceEdit, path: string): string[] {
  return edit.get(fileUri(path)).map(({ range, newText }) => `${range.start.line} ${newText}`)
}

/** Makes the edit of a new name for a file. The command tells first what becomes of files; F2 keeps the order that the server gave. */
async function make(edit: vscode.WorkspaceEdit, from: string, to: string) {
  const inOrder = new vscode.WorkspaceEdit()
  for (const [uri, edits] of edit.entries()) inOrder.set(uri, edits)
  inOrder.renameFile(fileUri(from), fileUri(to))
  assert.ok(await vscode.workspace.applyEdit(inOrder), `${from} is renamed`)
}

/** Renames a file or folder as the explorer does. */
async function move(from: string, to: string) {
  const edit = new vscode.WorkspaceEdit()
  edit.renameFile(fileUri(from), fileUri(to))
  assert.ok(await vscode.workspace.applyEdit(edit), `${from} is renamed`)
}

async function textsOf(...paths: string[]): Promise<Record<string, string>> {
  const documents = paths.map(async (path) => [
    path,
    (await vscode.workspace.openTextDocument(fileUri(path))).getText(),
  ])
  return Object.fromEntries(await Promise.all(documents))
}

/** Waits until a file has a text with one piece in the place of another. */
async function expectText(path: string, text: string, old: string, now: string) {
  const expected = text.replace(old, now)
  const actual = async () => (await textsOf(path))[path]
  await until(async () => (await actual()) === expected).catch(async () => assert.equal(await actual(), expected))
}

async function prefer(value: string | undefined) {
  await vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Global)
}
