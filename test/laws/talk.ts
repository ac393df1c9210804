import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createConnection } from 'vscode-languageserver/node'
import * as lsp from 'vscode-languageserver-protocol/node'
import { serve } from '../../server/src/lsp/server.ts'
import { refusingAfterShutdown } from '../../server/src/lsp/shutdown.ts'
import { smallRepository } from '../support/folder.ts'
import { MemoryFiles } from '../support/memory-files.ts'

/** The folder of the small repository that the server sees. */
export const root = 'file:///minutes'

/** An answer that is not there by then never comes. */
const patienceMilliseconds = 3_000

/** A server in this process, to which any message may be sent, as no library would send it. */
export class Talk {
  /** What it could not answer, though it ought to. */
  readonly failures: string[] = []
  readonly #toServer = new PassThrough()
  readonly #writer = new lsp.StreamMessageWriter(this.#toServer)
  readonly #unanswered = new Map<number, string>()
  readonly #answers = new Map<number, lsp.ResponseMessage>()
  readonly #reply: (method: string) => unknown
  #ids = 0

  /** `reply` gives the answers to what the server asks. */
  constructor(reply: (method: string) => unknown) {
    this.#reply = reply
    const toEditor = new PassThrough()
    const connection = refusingAfterShutdown((options) => createConnection(this.#toServer, toEditor, options))
    serve(connection, {
      clock: { today: () => '2025-03-14' },
      answers: () => import('../../server/src/lsp/answers.ts'),
      files: (uri) => (uri === root ? new MemoryFiles(Object.entries(smallRepository())) : undefined),
      later: (task) => void setImmediate(task),
    })
    new lsp.StreamMessageReader(toEditor).listen((message) => this.#heard(message))
  }

  /** Sends anything that is JSON. */
  send(message: unknown): Promise<void> {
    return this.#writer.write(message as lsp.Message)
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.send({ jsonrpc: '2.0', method, params })
  }

  /** The id of a request, which is answered some time. */
  async request(method: string, params: unknown): Promise<number> {
    this.#ids += 1
    this.#unanswered.set(this.#ids, method)
    await this.send({ jsonrpc: '2.0', id: this.#ids, method, params })
    return this.#ids
  }

  async answered(method: string, params: unknown): Promise<lsp.ResponseMessage> {
    const id = await this.request(method, params)
    await this.#until(
      () => this.#answers.has(id),
      () => `${method} is not answered`,
    )
    return this.#answers.get(id)!
  }

  /** Resolves when every request is answered; those that wait for news are cancelled. */
  async finished(): Promise<void> {
    for (const id of this.#unanswered.keys()) await this.notify('$/cancelRequest', { id })
    await this.#until(
      () => !this.#unanswered.size,
      () => `not answered: ${[...this.#unanswered.values()].join(', ')}`,
    )
  }

  async #until(holds: () => boolean, otherwise: () => string): Promise<void> {
    const giveUp = performance.now() + patienceMilliseconds
    while (!holds()) {
      if (performance.now() > giveUp) throw new Error(otherwise())
      await nextTurn()
    }
  }

  #heard(message: lsp.Message): void {
    if (lsp.Message.isRequest(message)) {
      void this.send({ jsonrpc: '2.0', id: message.id, ...(this.#reply(message.method) as object) })
    } else if (lsp.Message.isResponse(message)) {
      this.#unanswered.delete(message.id as number)
      this.#answers.set(message.id as number, message)
    } else if (lsp.Message.isNotification(message) && message.method === 'window/logMessage') {
      const { type, message: logged } = message.params as lsp.LogMessageParams
      if (type === lsp.MessageType.Error) this.failures.push(logged)
    }
  }
}
