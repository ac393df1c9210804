import * as lsp from 'vscode-languageserver'
import type { Answers } from './answers.ts'

declare const MINUTES_VERSION: string

/** After a failure so long nothing is loaded: in a browser, each attempt is a download for which the worker waits. */
const pauseMilliseconds = 10_000

/**
 * Loads what answers requests, once. Where that fails, whoever sits at the editor is told, once, and the result is `undefined`; whoever asks
 * after a pause tries again.
 */
export function loadingOnce(
  load: () => Promise<Answers>,
  connection: lsp.Connection,
): () => Promise<Answers | undefined> {
  let loading: Promise<Answers | undefined> | undefined
  let isTold = false
  const attempt = async () => {
    try {
      const answers = await load()
      if (answers.version !== MINUTES_VERSION) throw new Error(`There is version ${answers.version} of it.`)
      return answers
    } catch (error) {
      lsp.RAL().timer.setTimeout(() => {
        loading = undefined
      }, pauseMilliseconds)
      if (!isTold) tell(error)
      isTold = true
      return undefined
    }
  }
  return () => (loading ??= attempt())

  function tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    void connection.sendNotification(lsp.ShowMessageNotification.type, {
      type: lsp.MessageType.Error,
      message: `Minutes finds what is wrong, and can answer nothing else: a part of it could not be loaded. Restart the editor, or install Minutes anew. ${reason}`,
    })
  }
}
