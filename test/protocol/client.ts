import { type ChildProcess, spawn } from 'node:child_process'
import * as lsp from 'vscode-languageserver-protocol/node'

/** Everything that VS Code announces and this server looks at. */
export const fullCapabilities: lsp.ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedDocumentSupport: false },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
    },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, labelSupport: true },
  },
}

export interface ClientOptions {
  readonly command?: readonly string[]
  readonly capabilities?: lsp.ClientCapabilities
  readonly initializationOptions?: unknown
  readonly settings?: unknown
}

/** A language client over the standard input and output of a server process. */
export class Client {
  readonly connection: lsp.ProtocolConnection
  readonly process: ChildProcess
  readonly published = new Map<string, lsp.PublishDiagnosticsParams>()
  readonly registrations: lsp.Registration[] = []
  readonly logged: string[] = []
  capabilities: lsp.ServerCapabilities = {}
  refreshes = 0
  readonly #waiting: (() => void)[] = []
  readonly #settings: unknown

  private constructor(command: readonly string[], settings: unknown) {
    this.#settings = settings
    const [program, ...args] = command
    this.process = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(this.process.stdout!),
      new lsp.StreamMessageWriter(this.process.stdin!),
    )
    this.#listen()
  }

  /** Starts a server for some folders, given as URIs, and waits until it has answered `initialize`. */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options.command ?? [process.execPath, 'dist/server.js', '--stdio'], options.settings)
    const result = await client.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.length
        ? folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) }))
        : null,
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    })
    client.capabilities = result.capabilities
    await client.connection.sendNotification(lsp.InitializedNotification.type, {})
    return client
  }

  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', (code) => resolve(code)))
    await this.connection.sendRequest(lsp.ShutdownRequest.type)
    await this.connection.sendNotification(lsp.ExitNotification.type)
    const code = await exited
    this.connection.dispose()
    return code
  }

  /** Resolves when `holds` does, which is asked after each message of the server. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve))
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

  /** The findings of a document, as the server has them now. */
  async diagnostics(uri: string): Promise<lsp.Diagnostic[]> {
    const report = await this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } })
    return report.kind === 'full' ? report.items : []
  }

  #listen(): void {
    const heard = () => {
      for (const wake of this.#waiting.splice(0)) wake()
    }
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params)
      heard()
    })
    this.connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => {
      this.logged.push(message)
      heard()
    })
    this.connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations)
      heard()
    })
    this.connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {
      this.refreshes += 1
      heard()
    })
    this.connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => this.#settings ?? null))
    this.connection.listen()
  }
}
