import { Disposable, EventEmitter } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { changedNotification } from '../../server/src/lsp/protocol.ts'

/** So long nothing must have changed before anybody is told: whoever types is not waiting for views. */
const quietMilliseconds = 400

/** Tells when what all files say may be something else, as the server knows it, and it is quiet. */
export class MinutesChange {
  private waiting: ReturnType<typeof setTimeout> | undefined
  private readonly changed = new EventEmitter<void>()
  private readonly ends: Disposable
  readonly onDidChange = this.changed.event

  constructor(client: BaseLanguageClient) {
    this.ends = Disposable.from(
      this.changed,
      client.onNotification(changedNotification, () => this.tellSoon()),
    )
  }

  /** The same after something has changed of which the server knows nothing. */
  tellSoon(): void {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.changed.fire(), quietMilliseconds)
  }

  dispose(): void {
    clearTimeout(this.waiting)
    this.ends.dispose()
  }
}
