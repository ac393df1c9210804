import { setTimeout } from 'node:timers/promises'
import * as lsp from 'vscode-languageserver-protocol/node'
import type { Minutes } from '../../../server/src/core/minutes/minutes.ts'
import { fullCapabilities } from '../../../test/support/capabilities.ts'
import { Document } from '../document.ts'
import { Server } from '../server.ts'
import { uriIn } from '../subject.ts'
import type { Peer } from './peers.ts'

const endsWithin = 5_000
/** Milliseconds until a server is asked again that has not found everything yet. */
const pause = 2
/** What a client announces that asks for no diagnostics. */
const { diagnostic: _, ...textDocument } = fullCapabilities.textDocument!
const pushed: lsp.ClientCapabilities = { ...fullCapabilities, textDocument }

/** A server in its own process with a folder open in it, whichever way it tells what it finds. */
export class Contestant {
  readonly name: string
  readonly server: Server
  readonly #folder: string
  readonly #peer: Peer
  readonly #open = new Map<string, Document>()
  /** What the server sent by itself, by URI: the latest. */
  readonly #sent = new Map<string, lsp.PublishDiagnosticsParams>()
  #waiting: (() => void)[] = []

  private constructor(peer: Peer, folder: string) {
    const { name, command, serve, settings = {} } = peer
    this.name = name
    this.#peer = peer
    this.#folder = folder
    this.server = new Server(command, { log: 'ignore' })
    const { connection } = this.server
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => this.#took(params))
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) =>
      items.map(({ section = '' }) => settings[section] ?? null),
    )
    connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => {})
    connection.onRequest(lsp.UnregistrationRequest.type, () => {})
    connection.onRequest(lsp.ShowMessageRequest.type, () => null)
    connection.onUnhandledNotification(() => {})
    serve?.(this.server, folder, this.#open)
  }

  /** Resolves when the server has answered for the folder. */
  static async start(peer: Peer, folder: string): Promise<Contestant> {
    const contestant = new Contestant(peer, folder)
    const { server } = contestant
    await server.initialize(uriIn(folder), peer.pushes ? pushed : fullCapabilities)
    const { settings } = peer
    if (settings !== undefined) {
      await server.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings })
    }
    return contestant
  }

  /** Opens a file, once. */
  open(minutes: Pick<Minutes, 'path' | 'text' | 'minutesLines'>): Document {
    const uri = uriIn(this.#folder, minutes.path)
    const known = this.#open.get(uri)
    if (known) return known
    const document = new Document(this.server.connection, uri, minutes, this.#takesWhole)
    this.#open.set(uri, document)
    return document
  }

  /** What is found in a document as it is now: the answer of a server that is asked, or what another one sends by itself. */
  async findings(document: Document): Promise<readonly lsp.Diagnostic[]> {
    if (this.server.capabilities.diagnosticProvider && !this.#peer.pushes) return document.findings()
    const { uri, version } = document
    for (;;) {
      const sent = this.#sent.get(uri)
      if (sent && (sent.version ?? 0) >= version) return sent.diagnostics
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** Whether the server knows any file by what stands in it. */
  get finds(): boolean {
    return !this.#peer.isEmpty && Boolean(this.server.capabilities.workspaceSymbolProvider)
  }

  /** How many headings, meetings and people of a name the server knows. */
  async find(query: string): Promise<number> {
    return ((await this.server.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query })) ?? []).length
  }

  /** Asks again and again until the server knows so many, or the time is over. */
  async findAll(query: string, count: number, milliseconds: number): Promise<number> {
    const end = performance.now() + milliseconds
    for (;;) {
      const found = await this.find(query)
      if (found >= count || performance.now() > end) return found
      await setTimeout(pause)
    }
  }

  /** Files that are not open are other ones now. */
  async changed(paths: readonly string[]): Promise<void> {
    const type: lsp.FileChangeType = lsp.FileChangeType.Changed
    const changes = paths.map((path) => ({ uri: uriIn(this.#folder, path), type }))
    await this.server.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes })
  }

  /** Asks the server to end, and ends it where it does not. */
  async stop(): Promise<void> {
    const patience = new AbortController()
    const late = setTimeout(endsWithin, undefined, { signal: patience.signal }).then(
      () => this.server.kill(),
      () => {},
    )
    await Promise.race([this.server.stop().catch(() => this.server.kill()), late])
    patience.abort()
  }

  #took(params: lsp.PublishDiagnosticsParams): void {
    this.#sent.set(params.uri, params)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  get #takesWhole(): boolean {
    const { textDocumentSync: sync } = this.server.capabilities
    const change = typeof sync === 'object' ? sync.change : sync
    return change === lsp.TextDocumentSyncKind.Full
  }
}
