import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import * as lsp from 'vscode-languageserver-protocol/node'
import { fullCapabilities } from '../../test/support/capabilities.ts'
import { env, envOfServer } from './environment.ts'

/** Linux counts so on every machine that Node runs on. */
const ticksPerSecond = 100

const acceptedRequests = [
  lsp.CodeLensRefreshRequest.type,
  lsp.InlayHintRefreshRequest.type,
  lsp.SemanticTokensRefreshRequest.type,
  lsp.WorkDoneProgressCreateRequest.type,
] as const

/**
 * A server process and the connection to it. Unlike the client of the tests it looks at nothing in the messages, which would count as
 * time of the server.
 */
export class Server {
  readonly connection: lsp.ProtocolConnection
  /** Resolves when the server says for the first time that its answers have changed: when the repository is read. */
  readonly refreshed: Promise<void>
  /** What the server says that it can do, once it is initialized. */
  capabilities: lsp.ServerCapabilities = {}
  readonly #process: ChildProcess

  /** Starts the program of a command line. What it writes about itself is seen, or not. Node's programs may have a channel of Node's own as well. */
  constructor(
    [program, ...args]: readonly string[],
    { log = 'inherit', channel = 'ignore' }: { log?: 'inherit' | 'ignore'; channel?: 'ipc' | 'ignore' } = {},
  ) {
    const isOnNode = program === process.execPath
    this.#process = spawn(program!, args, { env: isOnNode ? envOfServer : env, stdio: ['pipe', 'pipe', log, channel] })
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(this.#process.stdout!),
      new lsp.StreamMessageWriter(this.#process.stdin!),
    )
    this.connection.onRequest(lsp.RegistrationRequest.type, () => {})
    this.connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => null))
    this.refreshed = new Promise((resolve) => {
      this.connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => resolve())
    })
    for (const { method } of acceptedRequests) this.connection.onRequest(method, () => null)
    this.connection.listen()
  }

  /** Resolves when the server has answered for a folder, given by its URI. */
  async initialize(uri: string, announced: lsp.ClientCapabilities = fullCapabilities): Promise<void> {
    const { capabilities } = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'minutes' }],
      capabilities: announced,
    })
    this.capabilities = capabilities
    await this.connection.sendNotification(lsp.InitializedNotification.type, {})
  }

  /** The most memory that the process has had at once, in bytes; `undefined` on systems that do not tell. */
  get peakBytes(): number | undefined {
    return this.#bytes(/^VmHWM:\s*(\d+) kB$/m)
  }

  /** The memory that the process has now. */
  get residentBytes(): number | undefined {
    return this.#bytes(/^VmRSS:\s*(\d+) kB$/m)
  }

  /** Asks a program that `collect.mjs` goes before what memory it has when it has given back what nobody needs. */
  async collected(): Promise<NodeJS.MemoryUsage> {
    const exited = once(this.#process, 'exit').then(() => {
      throw new Error('The server has ended.')
    })
    this.#process.send('collect')
    const [usage] = await Promise.race([once(this.#process, 'message'), exited])
    return usage
  }

  /** The seconds that processors have worked for the process, all of its threads together; `undefined` on systems that do not tell. */
  get processorSeconds(): number | undefined {
    if (process.platform !== 'linux') return undefined
    const stat = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8')
    // The name of the program may hold blanks, and stands in parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }

  /** Ends a process that does not end when it is asked to. */
  kill(): void {
    this.#process.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.#process.once('exit', resolve))
    await this.connection.sendRequest(lsp.ShutdownRequest.type)
    await this.connection.sendNotification(lsp.ExitNotification.type)
    await exited
    this.connection.dispose()
  }

  #bytes(line: RegExp): number | undefined {
    if (process.platform !== 'linux') return undefined
    const [, kibibytes] = line.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8')) ?? []
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024
  }
}
