import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { setImmediate } from 'node:timers/promises'
import vm from 'node:vm'
import * as lsp from 'vscode-languageserver-protocol'
import { type FilesParams, filesNotification } from '../../server/src/lsp/protocol.ts'

const bundle = readFileSync('dist/web/server.js', 'utf8')
const answers = readFileSync('dist/web/answers.js', 'utf8')
const root = 'vscode-vfs://github/lighthouse-commons/minutes'
const report = `${root}/community-call/20240208.md`

const files: FilesParams['files'] = [
  {
    path: '.minutes.json',
    text: '{ "forge": "https://github.com/lighthouse-commons/minutes", "reports": ["community-call"] }',
  },
  { path: 'platform/20240201.md', text: '# Team Platform 2024-02-01\n\n* Lamps\n' },
  { path: 'platform/20240207.md', text: '# Team Platform 2024-02-07\n\n* Lenses\n' },
  {
    path: 'community-call/20240201.md',
    text: '# Community Call 2024-02-01\n\n## Team Platform\n\nMinutes: https://github.com/lighthouse-commons/minutes/blob/main/platform/20240201.md\n',
  },
]

test('the server of a browser answers in a context that has nothing but a bare worker', async () => {
  const worker = new Worker()
  const capabilities = { textDocument: { diagnostic: {} } }
  const { serverInfo } = await worker.request<lsp.InitializeResult>(lsp.InitializeRequest.method, {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'minutes' }],
    capabilities,
  })
  assert.equal(serverInfo?.name, 'minutes-language-server')
  worker.notify(lsp.InitializedNotification.method, {})
  worker.notify(filesNotification, { root, files } satisfies FilesParams)
  const text = '# Community Call 2024-02-08\n\n## Team Platform\n\nMinutes (none yet): TBD\n'
  worker.notify(lsp.DidOpenTextDocumentNotification.method, {
    textDocument: { uri: report, languageId: 'markdown', version: 1, text },
  })
  const { items } = await worker.request<lsp.FullDocumentDiagnosticReport>(lsp.DocumentDiagnosticRequest.method, {
    textDocument: { uri: report },
  })
  assert.deepEqual(
    items.map(({ code, range }) => [code, range.start.line]),
    [['stale-minutes-line', 4]],
  )
  assert.match(String(items[0]!.message), /platform\/20240207\.md/)
  assert.deepEqual(worker.errors, [])
})

test('nothing is found before the client has told of all files', async () => {
  const worker = await Worker.opened(root, report)
  const asked = worker.diagnostics(report)
  for (const [at, file] of files.entries())
    worker.notify(filesNotification, { root, files: [file], more: at < files.length - 1 })
  assert.deepEqual(codesOf(await asked), ['stale-minutes-line'])
})

test('reading waits for the last file that the client tells of', async () => {
  const worker = await Worker.opened(root, report)
  let answered = false
  const asked = worker.diagnostics(report).then((items) => {
    answered = true
    return items
  })
  worker.notify(filesNotification, { root, files: files.slice(0, 2), more: true })
  await worker.settled()
  assert.equal(answered, false)
  worker.notify(filesNotification, { root, files: files.slice(2) })
  assert.deepEqual(codesOf(await asked), ['stale-minutes-line'])
})

test('answers are made of the files that have come when the others are late, and again when these come', async () => {
  const worker = await Worker.opened(root, report, { isPatient: false })
  worker.notify(filesNotification, { root, files: files.slice(0, 2), more: true })
  const symbols = () => worker.request<lsp.WorkspaceSymbol[]>(lsp.WorkspaceSymbolRequest.method, { query: 'Platform' })
  assert.deepEqual(
    (await symbols()).map(({ name }) => name),
    ['platform 2024-02-01', 'Team Platform'],
  )
  const wrong = report.replace('08.md', '09.md')
  const text = '# Community Call 2024-02-09\n\n* @kim\n* @AI kim: oil the lamp\n\n[rota](rota.md)\n'
  worker.notify(lsp.DidOpenTextDocumentNotification.method, {
    textDocument: { uri: wrong, languageId: 'markdown', version: 1, text },
  })
  const doubts = async () => {
    const params = { textDocument: { uri: wrong } }
    const { data } = await worker.request<lsp.SemanticTokens>(lsp.SemanticTokensRequest.method, params)
    return data.filter((modifiers, at) => at % 5 === 4 && modifiers).length
  }
  assert.deepEqual(codesOf(await worker.diagnostics(wrong)), ['swapped-action'])
  assert.equal(await doubts(), 0)
  worker.notify(filesNotification, { root, files: files.slice(2) })
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
  assert.notEqual(await doubts(), 0)
})

test('names are given anew in all files, however late they are', async () => {
  const worker = await Worker.opened(root, report, { isPatient: false })
  const uri = `${root}/platform/20240201.md`
  const text = '# Team Platform 2024-02-01\n\n* @ines-berg\n'
  worker.notify(lsp.DidOpenTextDocumentNotification.method, {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  worker.notify(filesNotification, { root, files: [{ path: 'platform/20240201.md', text }], more: true })
  const renamed = worker.request<lsp.WorkspaceEdit>(lsp.RenameRequest.method, {
    textDocument: { uri },
    position: { line: 2, character: 4 },
    newName: 'ines-b',
  })
  await worker.diagnostics(uri)
  worker.notify(filesNotification, { root, files: [{ path: 'platform/20240207.md', text }] })
  assert.equal(Object.keys((await renamed).changes ?? {}).length, 2)
})

test('a folder of the browser goes, comes and is hidden as a whole', async () => {
  const worker = await Worker.opened(root, report)
  const tell = (files: FilesParams['files']) => worker.notify(filesNotification, { root, files })
  tell(files)
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
  tell([{ path: 'platform', text: null }])
  assert.deepEqual(codesOf(await worker.diagnostics(report)), [])
  tell(files.map((file) => ({ ...file, path: file.path.replace('platform/', 'platform/node_modules/') })))
  assert.deepEqual(codesOf(await worker.diagnostics(report)), [])
  tell(files)
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
})

for (const folder of ['memfs:/', 'vscode-test-web://mount/', `${root}/`]) {
  for (const told of [folder, folder.replace(/\/$/, '')]) {
    test(`the files of ${folder} are those that are told of ${told}`, async () => {
      const uri = `${folder}community-call/20240208.md`
      const worker = await Worker.opened(folder, uri)
      worker.notify(filesNotification, { root: told, files })
      assert.deepEqual(codesOf(await worker.diagnostics(uri)), ['stale-minutes-line'])
    })
  }
}

test('a folder that is opened again has the files that are told then', async () => {
  const worker = await Worker.opened(root, report)
  worker.notify(filesNotification, { root, files })
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
  const folder = [{ uri: root, name: 'minutes' }]
  const changed = lsp.DidChangeWorkspaceFoldersNotification.method
  worker.notify(changed, { event: { added: [], removed: folder } })
  worker.notify(changed, { event: { added: folder, removed: [] } })
  const asked = worker.diagnostics(report)
  const others = files.map((file) => ({ ...file, path: file.path.replace('platform/20240207', 'platform/20240206') }))
  worker.notify(filesNotification, { root, files: others })
  assert.match(String((await asked)[0]!.message), /platform\/20240206\.md/)
})

test('what answers requests is loaded once, from where the client says that it is', async () => {
  const url = 'https://editor.example/minutes/dist/web/answers.js'
  const worker = await Worker.opened(root, report, { isPatient: true, initializationOptions: { answers: url } })
  worker.notify(filesNotification, { root, files })
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
  for (const title of ['Community Call 2024-02-08', 'Community Call 2024-02-08'])
    assert.deepEqual(await worker.outline(report), [title])
  assert.deepEqual(worker.loaded, [url])
})

test('a worker whose client says nothing of it loads what is beside its own script', async () => {
  const worker = await Worker.opened(root, report)
  worker.notify(filesNotification, { root, files })
  assert.deepEqual(await worker.outline(report), ['Community Call 2024-02-08'])
  assert.deepEqual(worker.loaded, ['answers.js'])
})

test('where it cannot be loaded, findings come, requests have empty answers, and the next one tries again', async () => {
  const worker = await Worker.opened(root, report, { isPatient: false, isOffline: true })
  worker.notify(filesNotification, { root, files })
  assert.deepEqual(codesOf(await worker.diagnostics(report)), ['stale-minutes-line'])
  assert.deepEqual(await worker.outline(report), [])
  // A pause between two attempts is over at once here.
  const attempts = async (isOver: () => boolean) => {
    for (let tries = 0; tries < 1000 && !isOver(); tries += 1) {
      titles = await worker.outline(report)
      await setImmediate()
    }
  }
  let titles: readonly string[] = []
  await attempts(() => worker.failures > 2)
  assert.deepEqual(worker.told.filter((message) => message.includes('could not be loaded')).length, 1)
  worker.isOffline = false
  await attempts(() => titles.length > 0)
  assert.deepEqual(titles, ['Community Call 2024-02-08'])
})

test('the bundles of the browser ask for no module of a host', () => {
  // What stands in front of the answers gives them the server when they require it.
  assert.deepEqual(answers.match(/\brequire\s*\(.*?\)/g), ['require("./server.js")'])
  assert.deepEqual(bundle.match(/\brequire\s*\(|["'`]node:|\bimport\s*\(/g), null)
})

test('a server that needs more than a bare worker has would not start', () => {
  assert.throws(() => run('process.cwd()'), /process is not defined/)
  assert.throws(() => run('document.createElement("i")'), /document is not defined/)
  assert.throws(() => run('new URL("https://example.org")'), /URL is not defined/)
})

function codesOf(diagnostics: readonly lsp.Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code)
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Port {
  onmessage?: (event: { data: unknown }) => void
  postMessage(message: unknown): void
  /** The library listens for errors of the channel, which has none here. */
  addEventListener(type: 'error'): void
}

/** A worker that runs the bundle. Messages are copied on their way, as between a page and its worker. */
class Worker {
  readonly errors: string[] = []
  readonly loaded: string[] = []
  isOffline = false
  failures = 0
  /** What its user is told. */
  readonly told: string[] = []
  readonly #port: Port
  readonly #waiting = new Map<number, (message: Message) => void>()

  constructor({ isPatient = true } = {}) {
    const importScripts = (url: string) => {
      if (this.isOffline) {
        this.failures += 1
        throw new Error(`${url} cannot be loaded.`)
      }
      this.loaded.push(url)
      return answers
    }
    const hear = (message: unknown) => this.#hear(message as Message)
    this.#port = run(bundle, hear, this.errors, isPatient, importScripts)
  }

  /** A worker that serves a folder in which a report with an empty minutes line is open. */
  static async opened(
    folder: string,
    uri: string,
    { isPatient = true, isOffline = false, initializationOptions = {} } = {},
  ): Promise<Worker> {
    const worker = new Worker({ isPatient })
    worker.isOffline = isOffline
    const capabilities: lsp.ClientCapabilities = {
      workspace: { workspaceFolders: true },
      textDocument: { diagnostic: {} },
    }
    const workspaceFolders = [{ uri: folder, name: 'minutes' }]
    const params = { processId: null, rootUri: folder, workspaceFolders, capabilities, initializationOptions }
    await worker.request(lsp.InitializeRequest.method, params)
    worker.notify(lsp.InitializedNotification.method, {})
    const text = '# Community Call 2024-02-08\n\n## Team Platform\n\nMinutes (none yet): TBD\n'
    const textDocument = { uri, languageId: 'markdown', version: 1, text }
    worker.notify(lsp.DidOpenTextDocumentNotification.method, { textDocument })
    return worker
  }

  async diagnostics(uri: string): Promise<readonly lsp.Diagnostic[]> {
    const params = { textDocument: { uri } }
    const method = lsp.DocumentDiagnosticRequest.method
    return (await this.request<lsp.FullDocumentDiagnosticReport>(method, params)).items
  }

  /** The names of what is at the top of a document's outline. */
  async outline(uri: string): Promise<readonly string[]> {
    const params = { textDocument: { uri } }
    const symbols = await this.request<lsp.SymbolInformation[]>(lsp.DocumentSymbolRequest.method, params)
    return symbols.filter(({ containerName }) => containerName === undefined).map(({ name }) => name)
  }

  /** Resolves when the server has dealt with everything that it was told. */
  async settled(): Promise<void> {
    await this.request('minutes/about', { uri: 'file:///' })
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  async request<Result>(method: string, params: unknown): Promise<Result> {
    const id = this.#waiting.size + 1
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    this.#send({ id, method, params })
    const { result, error } = await answered
    assert.equal(error, undefined)
    return result as Result
  }

  #send(message: object): void {
    this.#port.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) })
  }

  #hear(message: Message): void {
    if (message.method === lsp.LogMessageNotification.method) return
    if (message.method === lsp.ShowMessageNotification.method)
      this.told.push((message as unknown as { params: lsp.ShowMessageParams }).params.message)
    if (message.method === undefined) this.#waiting.get(message.id!)!(message)
    else if (message.id !== undefined) this.#send({ id: message.id, result: null })
  }
}

/** Runs a script in a context of its own, which has the language's globals and what stands here, and no more. */
function run(
  script: string,
  hear: (message: unknown) => void = () => {},
  errors: string[] = [],
  isPatient = true,
  importScripts: (url: string) => string = () => '',
): Port {
  const self: Port = { postMessage: (message) => hear(structuredClone(message)), addEventListener() {} }
  const context = vm.createContext({
    // The worker's end of the channel to its page.
    self,
    // The library of the protocol makes its coders when it is loaded.
    TextDecoder,
    TextEncoder,
    // The library tells there what it cannot send; a test that passes has heard nothing.
    console: { log() {}, info() {}, warn: complain, error: complain },
    // The server loads there what answers requests.
    importScripts: (url: string) => void vm.runInContext(importScripts(url), context),
    // The server does its reading after the messages that have arrived.
    setTimeout: isPatient ? setTimeout : (task: () => void) => setTimeout(task),
    clearTimeout,
  })
  function complain(...words: unknown[]) {
    errors.push(words.join(' '))
  }
  vm.runInContext(script, context)
  return self
}
