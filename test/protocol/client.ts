import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import type { TestContext } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { fullCapabilities } from '../support/capabilities.ts'
import { unannouncedIn } from './announced.ts'
import { MetaModel } from './meta-model.ts'

export { fullCapabilities }

const { diagnostic: _, ...askingForNothing } = fullCapabilities.textDocument!

/** A client that cannot ask for findings. */
export const withoutPull: lsp.ClientCapabilities = { ...fullCapabilities, textDocument: askingForNothing }

type Progress = { readonly token: lsp.ProgressToken } & (
  | lsp.WorkDoneProgressBegin
  | lsp.WorkDoneProgressReport
  | lsp.WorkDoneProgressEnd
)

export type WorkspaceReport = lsp.WorkspaceDocumentDiagnosticReport

export interface ClientOptions {
  readonly command?: readonly string[]
  readonly capabilities?: lsp.ClientCapabilities
  readonly initializationOptions?: unknown
  /** How the client names its folders, where it does not name them in every way that LSP has. */
  readonly roots?: Partial<Pick<lsp.InitializeParams, 'workspaceFolders' | 'rootUri' | 'rootPath'>>
  /** The settings `minutes.*` of the editor. */
  readonly settings?: unknown
  /** A request that is sent too early: before `initialize`. */
  readonly before?: string
  /** Requests of the server that are answered by an error. */
  readonly refuses?: readonly string[]
}

/** A message that does not come by then never comes. */
const patienceMilliseconds = 60_000

const metaModel = MetaModel.read()

/** A language client over the standard input and output of a server process. */
export class Client {
  readonly connection: lsp.ProtocolConnection
  readonly process: ChildProcess
  readonly published = new Map<string, lsp.PublishDiagnosticsParams>()
  readonly registrations: lsp.Registration[] = []
  readonly logged: string[] = []
  /** The messages for the person at the editor, who takes the first of what each offers. */
  readonly told: string[] = []
  /** How far the server was with what it asked the client to show the progress of. */
  readonly progress: Progress[] = []
  /** The URIs of the documents that the server wanted to be shown. */
  readonly shown: string[] = []
  /** The error by which a request was answered that came too early. */
  early: lsp.ResponseError | undefined
  /** The edits that the server wanted to be made. */
  readonly applied: lsp.ApplyWorkspaceEditParams[] = []
  /** What is wrong with the messages of the server: by LSP's meta model where it is at hand, and by what the client has announced. */
  readonly violations: string[] = []
  settings: unknown
  capabilities: lsp.ServerCapabilities = {}
  readonly #refreshed = new Map<string, number>()
  readonly #waiting: (() => void)[] = []
  /** The methods of the requests that wait for their answers. */
  readonly #asked = new Map<string, string>()

  readonly #announced: lsp.ClientCapabilities

  private constructor({ command = usualCommand, settings, refuses = [], ...options }: ClientOptions) {
    this.settings = settings
    this.#announced = options.capabilities ?? fullCapabilities
    const [program, ...args] = command
    this.process = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.connection = lsp.createProtocolConnection(
      new Reader(this.process.stdout!, (message) => this.#heard(message)),
      new Writer(this.process.stdin!, (message) => this.#said(message)),
    )
    this.process.once('exit', () => this.#wake())
    this.#listen(refuses)
  }

  /** Starts a server for the time of a test, which fails when the server sends what LSP does not know. */
  static async during(t: TestContext, folders: readonly string[], options: ClientOptions = {}): Promise<Client> {
    const client = await Client.start(folders, options)
    t.after(async () => {
      if (client.isRunning) await client.stop()
      assert.deepEqual(client.violations, [], 'the server speaks LSP')
    })
    return client
  }

  /** Starts a server for some folders, given as URIs, and waits until it has answered `initialize`. */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options)
    if (options.before) {
      await client.connection.sendRequest(options.before, {}).catch((error: unknown) => {
        client.early = error as lsp.ResponseError
      })
    }
    const result = await client.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      ...(options.roots ?? {
        rootUri: folders[0] ?? null,
        workspaceFolders: folders.length
          ? folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) }))
          : null,
      }),
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    })
    client.capabilities = result.capabilities
    await client.connection.sendNotification(lsp.InitializedNotification.type, {})
    return client
  }

  /** How often the server let the client ask anew for its findings. */
  get refreshes(): number {
    return this.refreshed(lsp.DiagnosticRefreshRequest.type.method)
  }

  /** How often the server sent a request, such as `workspace/codeLens/refresh`. */
  refreshed(method: string): number {
    return this.#refreshed.get(method) ?? 0
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  /** Says goodbye. The result is the exit code of the server. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(lsp.ShutdownRequest.type)
    await this.connection.sendNotification(lsp.ExitNotification.type)
    return this.exited()
  }

  /** The exit code of the server, once it has ended. */
  async exited(): Promise<number | null> {
    if (this.isRunning) await new Promise((resolve) => this.process.once('exit', resolve))
    this.connection.dispose()
    return this.process.exitCode
  }

  /** Resolves when `holds` does, which is asked after each message of the server. */
  async until(holds: () => boolean): Promise<void> {
    const giveUp = Date.now() + patienceMilliseconds
    const waker = setTimeout(() => this.#wake(), patienceMilliseconds)
    try {
      while (!holds()) {
        const logged = this.logged.join('\n')
        assert.ok(this.isRunning, `the server has ended:\n${logged}`)
        assert.ok(Date.now() < giveUp, `what is waited for did not come:\n${logged}`)
        await new Promise<void>((resolve) => this.#waiting.push(resolve))
      }
    } finally {
      clearTimeout(waker)
    }
  }

  /** Resolves when the server has dealt with everything that it was told. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('minutes/about', { uri: 'file:///' })
  }

  open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text }
    return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  }

  change(uri: string, version: number, contentChanges: lsp.TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  }

  filesChanged(uris: readonly string[], type: lsp.FileChangeType = lsp.FileChangeType.Changed): Promise<void> {
    return this.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: uris.map((uri) => ({ uri, type })),
    })
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    const folders = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }))
    const event = { added: folders(added), removed: folders(removed) }
    return this.connection.sendNotification(lsp.DidChangeWorkspaceFoldersNotification.type, { event })
  }

  /** Changes the settings `minutes.*` of the editor. */
  configure(settings: unknown): Promise<void> {
    this.settings = settings
    return this.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {
      settings: { minutes: settings },
    })
  }

  /** The findings of a document, as the server has them now. */
  async diagnostics(uri: string): Promise<lsp.Diagnostic[]> {
    const report = await this.report(uri)
    return report.kind === 'full' ? report.items : []
  }

  /** What is wrong in a document, once all repositories have been read. */
  async report(uri: string, previousResultId?: string): Promise<lsp.DocumentDiagnosticReport> {
    await this.read()
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) }
    return this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, params)
  }

  /** Resolves when the server has read its repositories: no list of symbols comes before. */
  async read(): Promise<void> {
    await this.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query: 'nothing is called so' })
  }

  /** What is wrong in all files, as far as it is not what the client has been told. */
  async reports(previous: readonly WorkspaceReport[] = []): Promise<WorkspaceReport[]> {
    const previousResultIds = previous.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []))
    const params = { previousResultIds }
    return (await this.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, params)).items
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri } })
  }

  async actions(uri: string, range: lsp.Range, only?: readonly string[]): Promise<lsp.CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only: [...only] }) }
    const params = { textDocument: { uri }, range, context }
    return ((await this.connection.sendRequest(lsp.CodeActionRequest.type, params)) ?? []) as lsp.CodeAction[]
  }

  resolveAction(action: lsp.CodeAction): Promise<lsp.CodeAction> {
    return this.connection.sendRequest(lsp.CodeActionResolveRequest.type, action)
  }

  async completions(uri: string, position: lsp.Position): Promise<lsp.CompletionItem[]> {
    const params = { textDocument: { uri }, position }
    const answer = await this.connection.sendRequest(lsp.CompletionRequest.type, params)
    if (!answer || Array.isArray(answer)) return answer ?? []
    const { editRange, ...defaults } = answer.itemDefaults ?? {}
    const textEdits = ({ label, textEditText }: lsp.CompletionItem) =>
      editRange && { textEdit: { range: editRange as lsp.Range, newText: textEditText ?? label } }
    return answer.items.map((item) => ({ ...defaults, ...textEdits(item), ...item }))
  }

  async symbols(uri: string): Promise<lsp.DocumentSymbol[]> {
    const params = { textDocument: { uri } }
    return ((await this.connection.sendRequest(lsp.DocumentSymbolRequest.type, params)) ?? []) as lsp.DocumentSymbol[]
  }

  /** What is found by its name, in all files. */
  async find(query: string): Promise<lsp.SymbolInformation[]> {
    return ((await this.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query })) ??
      []) as lsp.SymbolInformation[]
  }

  #heard(message: lsp.Message): void {
    const answers = 'id' in message && !('method' in message) ? this.#asked.get(String(message.id)) : undefined
    if (answers) this.#asked.delete(String((message as lsp.ResponseMessage).id))
    this.violations.push(...(metaModel?.problemsOf(message, answers) ?? []))
    this.violations.push(...unannouncedIn(message, answers, this.#announced))
  }

  #said(message: lsp.Message): void {
    if ('id' in message && 'method' in message) this.#asked.set(String(message.id), String(message.method))
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }

  #listen(refuses: readonly string[]): void {
    const heard = () => this.#wake()
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params)
      heard()
    })
    this.connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => {
      this.logged.push(message)
      heard()
    })
    this.connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => {
      this.told.push(message)
      heard()
    })
    this.connection.onRequest(lsp.ShowMessageRequest.type, ({ message, actions = [] }) => {
      this.told.push(message)
      heard()
      return actions[0] ?? null
    })
    this.connection.onRequest(lsp.ShowDocumentRequest.type, ({ uri }) => {
      this.shown.push(uri)
      heard()
      return { success: true }
    })
    this.connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, (params) => {
      this.applied.push(params)
      heard()
      return { applied: true }
    })
    this.connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations)
      heard()
    })
    this.connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, ({ token }) => {
      this.connection.onProgress(lsp.WorkDoneProgress.type, token, (progress) => {
        this.progress.push({ token, ...progress })
        heard()
      })
    })
    for (const { method } of refreshRequests) {
      this.connection.onRequest(method, () => {
        this.#refreshed.set(method, this.refreshed(method) + 1)
        heard()
        return null
      })
    }
    this.connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => this.settings ?? null))
    for (const method of refuses) {
      this.connection.onRequest(method, () => {
        heard()
        return new lsp.ResponseError(lsp.ErrorCodes.MethodNotFound, `There is no ${method} here.`)
      })
    }
    this.connection.listen()
  }
}

const refreshRequests = [
  lsp.DiagnosticRefreshRequest.type,
  lsp.CodeLensRefreshRequest.type,
  lsp.InlayHintRefreshRequest.type,
  lsp.SemanticTokensRefreshRequest.type,
] as const

const usualCommand = [process.execPath, 'dist/server.js', '--stdio']

/** Tells of each message before it is answered. */
export class Reader extends lsp.StreamMessageReader {
  readonly #heard: (message: lsp.Message) => void

  constructor(stream: NodeJS.ReadableStream, heard: (message: lsp.Message) => void) {
    super(stream)
    this.#heard = heard
  }

  override listen(callback: lsp.DataCallback): lsp.Disposable {
    return super.listen((message) => {
      this.#heard(message)
      callback(message)
    })
  }
}

class Writer extends lsp.StreamMessageWriter {
  readonly #said: (message: lsp.Message) => void

  constructor(stream: NodeJS.WritableStream, said: (message: lsp.Message) => void) {
    super(stream)
    this.#said = said
  }

  override write(message: lsp.Message): Promise<void> {
    this.#said(message)
    return super.write(message)
  }
}
