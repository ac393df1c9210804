import * as lsp from 'vscode-languageserver'
import { asksForDiagnostics, type Context } from './feature.ts'
import type { CheckOutcome } from './protocol.ts'

/**
 * Checks all files of all repositories. Whoever asked sees how far it is, and may end it; the answer is what it came to, or `null` when it was
 * ended. What is wrong comes by `workspace/diagnostic`, or is sent to a client that does not ask by that.
 */
export async function checkRepository(
  context: Context,
  token: lsp.CancellationToken,
  given: lsp.WorkDoneProgressReporter,
): Promise<CheckOutcome | null> {
  const { check, repositories } = context
  await repositories.whenAllRead()
  // A token that was cancelled before anybody listens to it may never tell.
  if (token.isCancellationRequested) return null
  const progress = await progressOf(given, context)
  progress.begin('Checking all minutes', 0, undefined, true)
  if (token.isCancellationRequested) return ended(progress)
  const cancellation = new lsp.CancellationTokenSource()
  for (const each of [token, progress.token]) each?.onCancellationRequested(() => cancellation.cancel())
  if (!check.isFollowed) void follow(context)
  const asked = check.ask(cancellation.token, (files, all) =>
    progress.report((100 * files) / Math.max(all, 1), `${files} of ${all} files`),
  )
  const outcome = await asked
  if (!outcome) return ended(progress)
  progress.done()
  await context.connection.sendNotification(lsp.ShowMessageNotification.type, {
    type: lsp.MessageType.Info,
    message: told(outcome),
  })
  return outcome
}

function ended(progress: lsp.WorkDoneProgressReporter): null {
  progress.done()
  return null
}

/** A client that has not made a progress of its own is asked to make one, where it can. */
async function progressOf(
  given: lsp.WorkDoneProgressReporter,
  { client, connection }: Context,
): Promise<lsp.WorkDoneProgressReporter & Partial<lsp.WorkDoneProgressServerReporter>> {
  const isNone = lsp.WorkDoneProgressReporter.isNullInstance(given)
  return isNone && client.capabilities.window?.workDoneProgress ? connection.window.createWorkDoneProgress() : given
}

/** Sends what is found in closed files, from now on: open ones are asked for, or sent, as ever. */
async function follow({ check, client, connection, repositories }: Context): Promise<void> {
  check.isToldUnasked = true
  const sent = new Map<string, string>()
  const none = lsp.CancellationToken.None
  if (asksForDiagnostics(client)) {
    // What was sent of a closed file would stand beside what is asked for.
    repositories.onChange((edited) => {
      if (edited && repositories.document(edited.uri) && sent.delete(edited.uri))
        void connection.sendDiagnostics({ uri: edited.uri, diagnostics: [] })
    })
  }
  for (;;) {
    await check.whenDue(sent, none)
    await check.run(sent, none, (reports) => {
      for (const report of reports) {
        if (report.kind === 'unchanged' || repositories.document(report.uri)) continue
        const { uri, resultId, items } = report
        if (resultId === undefined) sent.delete(uri)
        else sent.set(uri, resultId)
        void connection.sendDiagnostics({ uri, diagnostics: items })
      }
    })
  }
}

function told({ files, faulty, findings }: CheckOutcome): string {
  if (!findings) return `Nothing is wrong in ${files} files.`
  return `${findings} ${findings === 1 ? 'finding' : 'findings'} in ${faulty} of ${files} files.`
}
