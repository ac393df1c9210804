import { l10n, window } from 'vscode'
import { type BaseLanguageClient, CloseAction, type CloseHandlerResult, ErrorAction } from 'vscode-languageclient'

const restarts = 3
const minutes = 3

/**
 * What happens when the server fails. One that crashes is started again, a few times; one that cannot start is not. The library would tell
 * a single failure in up to four messages: they go to the log, and the user gets one.
 */
export class Failures {
  private readonly crashes: number[] = []
  private client: BaseLanguageClient | undefined
  private started = false

  /** For the options of the client, which is made later. */
  readonly options = {
    errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => this.closed() },
    initializationFailedHandler: () => false,
  }

  /** Starts the client. It never throws, and resolves to whether the server answers. */
  async start(client: BaseLanguageClient): Promise<boolean> {
    this.client = client
    const log = client.error.bind(client)
    client.error = (message, data) => log(message, data, false)
    try {
      await client.start()
      this.started = true
    } catch {
      this.tell(l10n.t('The language server of Minutes could not start.'))
    }
    return this.started
  }

  private closed(): CloseHandlerResult {
    const now = Date.now()
    this.crashes.push(now)
    const recent = this.crashes.filter((crash) => now - crash < minutes * 60_000).length
    if (this.started && recent <= restarts) return { action: CloseAction.Restart, handled: true }
    if (this.started)
      this.tell(
        l10n.t(
          'The language server of Minutes crashed {0} times in {1} minutes and is not started again.',
          recent,
          minutes,
        ),
      )
    return { action: CloseAction.DoNotRestart, handled: true }
  }

  private async tell(message: string) {
    const choice = await window.showErrorMessage(message, l10n.t('Show Log'))
    if (choice) this.client?.outputChannel.show()
  }
}
