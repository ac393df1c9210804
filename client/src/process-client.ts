import { type ChildProcess, fork } from 'node:child_process'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import {
  BaseLanguageClient,
  type InitializeParams,
  type LanguageClientOptions,
  type MessageTransports,
  type ShutdownMode,
} from 'vscode-languageclient'
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'

/** A server that still runs so long after it was told to end is ended. */
const patienceMilliseconds = 2_000

/**
 * glibc gives threads heaps of their own for what is not JavaScript, and V8's leave most of theirs unused: one for all of them takes 6 to 8 MiB
 * less, and no more time (`npm run bench`).
 */
const oneHeap = { MALLOC_ARENA_MAX: '1' }

/** A client whose server is a process. The library's own can start one in a dozen ways, and is 30 KB larger for it. */
export class ProcessClient extends BaseLanguageClient {
  private server: ChildProcess | undefined

  /** `program` is the path of the server's program. */
  constructor(
    private readonly program: string,
    options: LanguageClientOptions,
  ) {
    super('minutes', 'Minutes', options)
  }

  protected override async createMessageTransports(): Promise<MessageTransports> {
    const server = fork(this.program, ['--stdio'], {
      silent: true,
      execArgv: [],
      // No folder of the workspace, which nobody could move or delete on Windows as long as a process runs in it.
      cwd: dirname(this.program),
      env: { ...oneHeap, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    })
    this.server = server
    server.on('error', (error) => this.error('The process of the server failed.', error, false))
    server.on('exit', (status, signal) => this.logEnd(status, signal))
    const { stdin, stdout, stderr } = server
    if (!stdin || !stdout || !stderr) throw new Error('The server could not be started.')
    createInterface({ input: stderr }).on('line', (line) => this.outputChannel.error(line))
    return { reader: new StreamMessageReader(stdout), writer: new StreamMessageWriter(stdin) }
  }

  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params)
    // The server ends with the process that it is told of.
    params.processId = process.pid
  }

  protected override async shutdown(mode: ShutdownMode, timeout?: number): Promise<void> {
    const { server } = this
    try {
      await super.shutdown(mode, timeout)
    } finally {
      setTimeout(() => server?.kill('SIGKILL'), patienceMilliseconds)
    }
  }

  private logEnd(status: number | null, signal: string | null): void {
    if (status === 0) this.info('The server has ended.', undefined, false)
    else this.error(`The server has ended with ${signal ?? status}.`, undefined, false)
  }
}
