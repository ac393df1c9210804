import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import vm from 'node:vm'
import * as lsp from 'vscode-languageserver-protocol'
import { type FilesParams, filesNotification } from '../../server/src/lsp/protocol.ts'

const bundle = readFileSync('dist/web/server.js', 'utf8')
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

test('the bundle of the browser asks for no module of a host', () => {
  assert.deepEqual(bundle.match(/\brequire\s*\(|["'`]node:|\bimport\s*\(/g), null)
})

test('a server that needs more than a bare worker has would not start', () => {
  assert.throws(() => run('process.cwd()'), /process is not defined/)
  assert.throws(() => run('document.createElement("i")'), /document is not defined/)
  assert.throws(() => run('new URL("https://example.org")'), /URL is not defined/)
})

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
  readonly #port: Port
  readonly #waiting = new Map<number, (message: Message) => void>()

  constructor() {
    this.#port = run(bundle, (message) => this.#hear(message as Message), this.errors)
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
    if (message.method === undefined) this.#waiting.get(message.id!)!(message)
    else if (message.id !== undefined) this.#send({ id: message.id, result: null })
  }
}

/** Runs a script in a context of its own, which has the language's globals and what stands here, and no more. */
function run(script: string, hear: (message: unknown) => void = () => {}, errors: string[] = []): Port {
  const self: Port = { postMessage: (message) => hear(structuredClone(message)), addEventListener() {} }
  const context = vm.createContext({
    // The worker's end of the channel to its page.
    self,
    // The library of the protocol makes its coders when it is loaded.
    TextDecoder,
    TextEncoder,
    // The library tells there what it cannot send; a test that passes has heard nothing.
    console: { log() {}, info() {}, warn: complain, error: complain },
    // The server does its reading after the messages that have arrived.
    setTimeout,
    clearTimeout,
  })
  function complain(...words: unknown[]) {
    errors.push(words.join(' '))
  }
  vm.runInContext(script, context)
  return self
}
