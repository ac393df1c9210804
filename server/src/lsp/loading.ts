import * as lsp from 'vscode-languageserver'
import type { Answers } from './answers.ts'

declare const MINUTES_VERSION: string

/** So long nothing is tried after a failure: in a browser, each attempt is a download for which the worker waits. */
const patienceMilliseconds = 10_000

/**
 * Loads what answers requests, once. Where that fails, the result is `undefined`, and whoever sits at the editor is told of the first failure;
 * whoever asks later tries again. Of another version, Node goes on having what it has loaded: then only a new server helps.
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
      }, patienceMilliseconds)
      if (!isTold) tell()
      connection.console.error(
        `What answers requests could not be loaded: ${error instanceof Error ? error.stack : String(error)}`,
      )
      isTold = true
      return undefined
    }
  }
  return () => (loading ??= attempt())

  function tell(): void {
    void connection.sendNotification(lsp.ShowMessageNotification.type, {
      type: lsp.MessageType.Error,
      message:
        'A part of Minutes could not be loaded: it finds what is wrong, and answers nothing else. Restart the editor, or install Minutes anew. Its log says why.',
    })
  }
}
