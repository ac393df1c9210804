import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as vscode from 'vscode'
import { apply, closeAll, codeAction, expectFindings, fileUri, findings, openFile, until } from './window.ts'

/** The smallest picture that is one. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

describe('Pictures on the pad', () => {
  const path = 'sig-community/20250822.md'
  const quay = '0f8fad5b-d9cb-469f-a165-70867728950e.png'
  const buoy = '9b2e6679-7425-40de-944b-e07fc1f90ae7.png'
  const lamp = '7c9e6679-7425-40de-944b-e07fc1f90ae7.png'
  const padText = `# Team Storage 2025-01-10\r\n\r\n- Tabs\r\n\t- no more\r\n\r\n![quay](/uploads/${quay})\r\n`
  const { showInformationMessage, showErrorMessage, createInputBox } = vscode.window
  let pad: Server
  let address = ''
  let asked: string[] = []
  let told: string[] = []
  let requests = 0
  let watcher: vscode.FileSystemWatcher
  const toldOf = new Set<string>()

  before(async () => {
    watcher = vscode.workspace.createFileSystemWatcher('**/*.png', false, true)
    watcher.onDidCreate((uri) => toldOf.add(uri.path))
    watcher.onDidDelete((uri) => toldOf.delete(uri.path))
    pad = createServer(({ url }, response) => {
      requests += 1
      if (url?.endsWith(quay)) response.writeHead(200, { 'content-type': 'image/png' }).end(png)
      else if (url === '/storage-call/download')
        response.writeHead(200, { 'content-type': 'text/markdown' }).end(padText)
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>')
    })
    await new Promise<void>((resolve) => pad.listen(0, '127.0.0.1', resolve))
    address = `127.0.0.1:${(pad.address() as AddressInfo).port}`
  })

  after(() => {
    watcher.dispose()
    pad.close()
  })

  beforeEach(() => {
    asked = []
    told = []
    requests = 0
  })

  afterEach(async () => {
    Object.assign(vscode.window, { showInformationMessage, showErrorMessage, createInputBox })
    await closeAll()
  })

  /** Answers the question of the extension in place of a user: VS Code shows no dialogs while it runs tests. */
  function answer(choice: string | undefined) {
    const question = async (message: string) => {
      asked.push(message)
      return choice
    }
    const failure = async (message: string) => void told.push(message)
    Object.assign(vscode.window, { showInformationMessage: question, showErrorMessage: failure })
  }

  /** Imports a pad whose address somebody types. */
  async function importFrom(url: string) {
    const box = vscode.window.createInputBox()
    const typed = Object.assign(Object.create(box), { value: url, show: () => {}, dispose: () => box.dispose() })
    const accepted = (accept: () => void) => {
      setTimeout(accept)
      return new vscode.Disposable(() => {})
    }
    Object.defineProperty(typed, 'onDidAccept', { value: accepted })
    for (const event of ['onDidChangeValue', 'onDidTriggerButton', 'onDidHide'])
      Object.defineProperty(typed, event, { value: () => new vscode.Disposable(() => {}) })
    Object.assign(vscode.window, { createInputBox: () => typed })
    await vscode.commands.executeCommand('minutes.importPad')
  }

  /** Shows a picture of the pad in some minutes, and stores it by a quick fix. */
  async function store(name: string): Promise<vscode.TextEditor> {
    const editor = await openFile(path)
    const url = `http://${address}/uploads/${name}`
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end
    await editor.edit((edit) => edit.insert(end, `\n![quay](${url})\n`))
    await apply(await codeAction(editor, url, /^Store the picture/))
    return editor
  }

  const stored = (name: string) => fileUri(`sig-community/${name}`)

  /** VS Code tells neither that a file came nor that it is gone when both happen within some 75 ms, in which nobody could do it by hand. */
  async function remove(picture: vscode.Uri) {
    await until(() => toldOf.has(picture.path))
    await vscode.workspace.fs.delete(picture)
  }

  const isThere = (name: string) =>
    vscode.workspace.fs.stat(stored(name)).then(
      () => true,
      () => false,
    )

  it('are stored when the user says so, and shown', async () => {
    answer('Download')
    const seen: string[] = []
    const watch = vscode.languages.onDidChangeDiagnostics(() => seen.push(...findings(path)))
    const { document } = await store(quay)
    await expectFindings(path, ['28 remote-image'])
    watch.dispose()
    assert.ok(!seen.join().includes('missing-image'), 'a picture that is stored is missing at no moment')
    assert.deepEqual(asked, [`Download the picture from ${address} and store it as sig-community/${quay}?`])
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(stored(quay))), png)
    assert.ok(document.getText().includes(`![quay](${quay})`))
    await remove(stored(quay))
    await expectFindings(path, ['28 remote-image', `${document.lineCount - 1} missing-image`])
  })

  it('are stored all at once, and shown again on the pad by one undo', async () => {
    answer('Download')
    const editor = await openFile(path)
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end
    const url = (name: string) => `http://${address}/uploads/${name}`
    await editor.edit((edit) =>
      edit.insert(end, `\n![quay](${url(quay)})\n\n![lamp](${url(lamp)})\n\n![again](${url(quay)})\n`),
    )
    const shown = editor.document.getText()
    await vscode.commands.executeCommand('minutes.saveImages')
    assert.match(asked[0]!, /^Download 2 pictures from /)
    assert.ok(await isThere(quay))
    // The copy of the poster has been here before.
    const copies = shown.replaceAll(url(quay), quay).replace(/https:\/\/pad\S+\/uploads\//, '')
    assert.equal(editor.document.getText(), copies)
    assert.match(await until(() => told[0]), /sent no picture, but text\/html\./)
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), shown)
    await remove(stored(quay))
    // VS Code tells of what is gone a moment later: then the picture can be stored again.
    await codeAction(editor, url(quay), /^Store the picture/)
    const names = await vscode.workspace.fs.readDirectory(fileUri('sig-community'))
    assert.ok(!names.some(([name]) => name.endsWith('.tmp')))
  })

  it('come with a pad that is imported, whose address is the word for them', async () => {
    answer(undefined)
    await importFrom(`http://${address}/storage-call`)
    const uri = fileUri('storage/20250110.md')
    const document = await until(() => vscode.workspace.textDocuments.find((one) => one.uri.path === uri.path))
    await until(() => document.getText().includes(`](${quay})`))
    assert.equal(document.getText(), `# Team Storage 2025-01-10\n\n- Tabs\n    - no more\n\n![quay](${quay})\n`)
    const picture = fileUri(`storage/${quay}`)
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(picture)), png)
    assert.deepEqual([asked, told], [[], []])
    await importFrom(`http://${address}/storage-call`)
    assert.match(await until(() => asked[0]), /^The minutes of 2025-01-10 are there already: storage\/20250110\.md\.$/)
    await closeAll()
    await vscode.workspace.fs.delete(uri)
    await remove(picture)
  })

  it('are left alone when the user says no', async () => {
    answer(undefined)
    const { document } = await store(buoy)
    assert.deepEqual([asked.length, requests, await isThere(buoy)], [1, 0, false])
    assert.ok(document.getText().includes(`/uploads/${buoy})`))
  })

  it('are not stored when the pad sends something else', async () => {
    answer('Download')
    await store(lamp)
    const failure = await until(() => told[0])
    assert.match(failure, /sent no picture, but text\/html/)
    assert.equal(await isThere(lamp), false)
  })

  it('replace no file that is there', async () => {
    answer('Download')
    const uri = fileUri(path).toString()
    const picture = { url: `http://${address}/uploads/${quay}`, path, edits: [] }
    const other = { ...picture, path: 'sig-community/b2f4d6a1-0c3e-4d5f-9a87-61e2c4f7d803.png' }
    const outside = { ...picture, path: '../outside.png' }
    const pictures = [picture, other, outside]
    await vscode.commands.executeCommand('minutes.saveImage', { uri, version: 1, pictures })
    assert.deepEqual([asked.length, requests], [1, 0])
    const failure = await until(() => told[0])
    assert.match(failure, /3 of 3 pictures could not be stored\. .*: A file of that name is there already\./)
    assert.equal(told.length, 1)
  })
})
