import { l10n, window } from 'vscode'
import { type BaseLanguageClient, CloseAction, type CloseHandlerResult, ErrorAction } from 'vscode-languageclient'
import { Crashes, minutes, mostCrashes } from './crashes.ts'

/**
 * What happens when the server fails. One that crashes is started again, a few times; one that cannot start is not, unless its user says so.
 * The library would tell a single failure in up to four messages: they go to the log, and the user gets one.
 */
export class Failures {
  private readonly crashes = new Crashes()
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
    return this.begin(client)
  }

  private async begin(client: BaseLanguageClient): Promise<boolean> {
    this.started = false
    try {
      await client.start()
      this.started = true
    } catch {
      void this.tell(l10n.t('The language server of Minutes could not start. The log says why.'))
    }
    return this.started
  }

  private closed(): CloseHandlerResult {
    if (!this.started) return { action: CloseAction.DoNotRestart, handled: true }
    if (this.crashes.add(Date.now())) return { action: CloseAction.Restart, handled: true }
    void this.tell(
      l10n.t(
        'The language server of Minutes crashed {0} times in {1} minutes and is not started again by itself. Your texts are as they were. The log says what it did last.',
        mostCrashes,
        minutes,
      ),
    )
    return { action: CloseAction.DoNotRestart, handled: true }
  }

  private async tell(message: string) {
    const [again, log] = [l10n.t('Start Again'), l10n.t('Show Log')]
    const choice = await window.showErrorMessage(message, again, log)
    if (choice === log) this.client?.outputChannel.show()
    if (choice !== again || !this.client) return
    this.crashes.forget()
    await this.begin(this.client)
  }
}
