import { PassThrough } from 'node:stream'
import { mock } from 'node:test'
import { createConnection } from 'vscode-languageserver/node'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Repository } from '../../server/src/core/repository/repository.ts'
import type { Summary } from '../../server/src/core/repository/summary.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { serve } from '../../server/src/lsp/server.ts'
import { Reader } from '../protocol/client.ts'
import { fullCapabilities } from '../support/capabilities.ts'
import { MemoryFiles } from '../support/memory-files.ts'

const root = 'file:///minutes'

/** What was done for one step. */
export interface Work {
  /** Texts that were read from the disk, Markdown or not. */
  readonly read: number
  /** Texts that were skimmed. */
  readonly skimmed: number
  /** Files over which the rules were run. */
  readonly checked: number
  /** Files whose summaries were looked at, by whatever. */
  readonly consulted: number
  /** Messages of the server, and their bytes. */
  readonly messages: number
  readonly bytes: number
}

/** Files that count how often one of them is read. */
class CountedFiles extends MemoryFiles {
  reads = 0

  override read(path: string): string | undefined {
    this.reads += 1
    return super.read(path)
  }
}

/** A server in this process, whose work is counted, and an editor that asks what VS Code asks. */
export class Served {
  readonly files: CountedFiles
  readonly #connection: lsp.ProtocolConnection
  readonly #counts = { checked: 0, messages: 0, bytes: 0 }
  readonly #consulted = new Set<string>()
  /** The open documents, with the id of the findings that the editor has of each. */
  readonly #open = new Map<string, { version: number; text: string; resultId?: string }>()
  #workspace: Workspace | undefined
  #skimmedBefore = 0
  #settings: unknown = {}
  #refreshed = false
  #news: Promise<unknown> = Promise.resolve()

  private constructor(files: ReadonlyMap<string, string>) {
    this.files = new CountedFiles(files)
    const [toServer, toEditor] = [new PassThrough(), new PassThrough()]
    const host = {
      clock: { today: () => '2025-03-14' },
      answers: () => import('../../server/src/lsp/answers.ts'),
      files: () => this.files,
      later: (task: () => void) => void setImmediate(task),
    }
    this.#count()
    serve(createConnection(toServer, toEditor), host)
    const reader = new Reader(toEditor, (message) => this.#heard(message))
    this.#connection = lsp.createProtocolConnection(reader, new lsp.StreamMessageWriter(toServer))
    this.#listen()
  }

  /** A server that has not read the files yet. */
  static async start(files: ReadonlyMap<string, string>): Promise<Served> {
    const served = new Served(files)
    const initializationOptions: InitializationOptions = { followsChanges: true }
    const params = { processId: null, rootUri: root, capabilities: fullCapabilities, initializationOptions }
    await served.#connection.sendRequest(lsp.InitializeRequest.type, params)
    return served
  }

  /** Lets the server read the repository. */
  async read(): Promise<void> {
    await this.#connection.sendNotification(lsp.InitializedNotification.type, {})
    // It answers when all is read.
    await this.#connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query: 'no such thing' })
  }

  /** The work that it takes until the editor shows what there is after something was done. */
  async workOf(act: () => Promise<void>): Promise<Work> {
    this.#reset()
    await act()
    await this.#settled()
    const skimmed = (this.#workspace?.skimmed ?? 0) - this.#skimmedBefore
    return { ...this.#counts, read: this.files.reads, skimmed, consulted: this.#consulted.size }
  }

  async open(path: string): Promise<void> {
    const text = this.files.texts.get(path)!
    this.#open.set(path, { version: 1, text })
    const textDocument = { uri: uriOf(path), languageId: 'markdown', version: 1, text }
    await this.#connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
    await this.#ask(path)
  }

  async close(path: string): Promise<void> {
    this.#open.delete(path)
    await this.#connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path) },
    })
  }

  /** Types at the end of an open document. All documents that are open may have other findings then. */
  async type(path: string, text: string): Promise<void> {
    const document = this.#open.get(path)!
    const lines = document.text.split('\n')
    const end = { line: lines.length - 1, character: lines.at(-1)!.length }
    document.version += 1
    document.text += text
    await this.#connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path), version: document.version },
      contentChanges: [{ range: { start: end, end }, text }],
    })
    await this.#ask(path)
    for (const other of this.#open.keys()) if (other !== path) await this.#pull(other)
  }

  /** Stores an open document. The disk tells of it as of any change. */
  async save(path: string): Promise<void> {
    const { text } = this.#open.get(path)!
    this.files.texts.set(path, text)
    const textDocument = { uri: uriOf(path) }
    await this.#connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument })
    await this.#tell([path])
  }

  /** Asks for the findings of all files, and then for news of them. */
  async watch(): Promise<void> {
    const reports = await this.#askForAll([])
    this.#news = this.#askForAll(reports)
  }

  /** Resolves when there are news of the findings of all files. */
  async news(): Promise<void> {
    await this.#news
  }

  /** Stores other texts of files that are not open, or new files, as git does. */
  async store(paths: readonly string[], textOf: (before: string) => string): Promise<void> {
    for (const path of paths) this.files.texts.set(path, textOf(this.files.texts.get(path) ?? ''))
    await this.#tell(paths)
  }

  async delete(path: string): Promise<void> {
    this.files.texts.delete(path)
    await this.#tell([path])
  }

  /** Changes the settings `minutes.*` of the editor. */
  async configure(settings: unknown): Promise<void> {
    this.#settings = settings
    await this.#connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null })
  }

  end(): void {
    mock.restoreAll()
    this.#connection.dispose()
  }

  /** Tells of files that may have been created, changed or deleted. */
  async #tell(paths: readonly string[]): Promise<void> {
    const type: lsp.FileChangeType = lsp.FileChangeType.Changed
    await this.#connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: paths.map((path) => ({ uri: uriOf(path), type })),
    })
  }

  /** Asks what an editor asks of the document before its user's eyes. */
  async #ask(path: string): Promise<void> {
    const textDocument = { uri: uriOf(path) }
    await this.#pull(path)
    await this.#connection.sendRequest(lsp.CodeLensRequest.type, { textDocument })
    const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } }
    await this.#connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range })
    await this.#connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument })
  }

  async #askForAll(
    known: readonly lsp.WorkspaceDocumentDiagnosticReport[],
  ): Promise<lsp.WorkspaceDocumentDiagnosticReport[]> {
    const previousResultIds = known.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []))
    return (await this.#connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds })).items
  }

  async #pull(path: string): Promise<void> {
    const document = this.#open.get(path)!
    const { resultId } = document
    const report = await this.#connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOf(path) },
      ...(resultId !== undefined && { previousResultId: resultId }),
    })
    if (report.resultId !== undefined) document.resultId = report.resultId
  }

  /** Resolves when the server has dealt with everything, and the editor with what it was asked to show anew. */
  async #settled(): Promise<void> {
    await this.#connection.sendRequest(barrier, { uri: 'file:///' })
    // What it asked the editor meanwhile is answered by now.
    await this.#connection.sendRequest(barrier, { uri: 'file:///' })
    while (this.#refreshed) {
      this.#refreshed = false
      const [seen, ...others] = this.#open.keys()
      if (seen !== undefined) await this.#ask(seen)
      for (const other of others) await this.#pull(other)
      await this.#connection.sendRequest(barrier, { uri: 'file:///' })
    }
  }

  #reset(): void {
    this.files.reads = 0
    this.#skimmedBefore = this.#workspace?.skimmed ?? 0
    Object.assign(this.#counts, { checked: 0, messages: 0, bytes: 0 })
    this.#consulted.clear()
  }

  /** The answers to what only the test asks are not counted. */
  #heard(message: lsp.Message): void {
    if ('result' in message && message.result === null) return
    this.#counts.messages += 1
    this.#counts.bytes += Buffer.byteLength(JSON.stringify(message))
  }

  #listen(): void {
    const refreshes = ['diagnostic', 'codeLens', 'inlayHint', 'semanticTokens'].map(
      (what) => `workspace/${what}/refresh`,
    )
    for (const method of refreshes) {
      this.#connection.onRequest(method, () => {
        this.#refreshed = true
        return null
      })
    }
    this.#connection.onRequest(lsp.RegistrationRequest.type, () => {})
    this.#connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => this.#settings))
    this.#connection.listen()
  }

  /** Puts itself between the parts of the server whose work is counted. */
  #count(): void {
    const served = this
    const { read, check } = Workspace.prototype
    mock.method(Workspace.prototype, 'read', function (this: Workspace) {
      served.#workspace = this
      return read.call(this)
    })
    mock.method(Workspace.prototype, 'check', function (this: Workspace, ...args: Parameters<typeof check>) {
      served.#counts.checked += 1
      return check.apply(this, args)
    })
    const { set } = Repository.prototype
    mock.method(Repository.prototype, 'set', function (this: Repository, summary: Summary) {
      set.call(this, served.#watched(summary))
    })
  }

  #watched(summary: Summary): Summary {
    return new Proxy(summary, {
      get: (target, name) => {
        this.#consulted.add(target.path)
        return Reflect.get(target, name)
      },
    })
  }
}

const barrier = 'minutes/about'

function uriOf(path: string): string {
  return `${root}/${path}`
}
