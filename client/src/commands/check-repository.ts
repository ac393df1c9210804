import {
  type CancellationToken,
  commands,
  type Disposable,
  l10n,
  type Progress,
  ProgressLocation,
  window,
} from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, WorkDoneProgress } from 'vscode-languageclient'
import { type CheckOutcome, serverCommands } from '../../../server/src/lsp/protocol.ts'

/** The command that checks all minutes, and then shows what is wrong. The result ends it. */
export function checkRepository(client: BaseLanguageClient): Disposable {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Checking all minutes'), cancellable: true }
  return commands.registerCommand('minutes.checkRepository', async () => {
    const outcome = await window.withProgress(options, (progress, token) => check(client, progress, token))
    if (outcome?.findings) await commands.executeCommand('workbench.actions.view.problems')
    return outcome
  })
}

/** What it came to, of which the server tells the user; `null` when it was cancelled. */
async function check(
  client: BaseLanguageClient,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<CheckOutcome | null> {
  const workDoneToken = `check-${Date.now()}`
  let shown = 0
  const following = client.onProgress(WorkDoneProgress.type, workDoneToken, (state) => {
    if (state.kind !== 'report') return
    const { message, percentage = shown } = state
    progress.report({ ...(message !== undefined && { message }), increment: percentage - shown })
    shown = percentage
  })
  try {
    const params = { command: serverCommands.checkRepository, workDoneToken }
    return await client.sendRequest(ExecuteCommandRequest.type, params, token)
  } finally {
    following.dispose()
  }
}
