import type * as lsp from 'vscode-languageserver'
import { answering, type Feature } from '../feature.ts'
import { serverCommands } from '../protocol.ts'

/**
 * `workspace/executeCommand`. Of the ways from a meeting to others the one argument is `GoToParams`, and the answer is the place of the file, or
 * `null`; the client is asked to show it, or its user is told why there is none.
 */
export const executeCommand: Feature = {
  capabilities: () => ({ executeCommandProvider: { commands: Object.values(serverCommands), workDoneProgress: true } }),
  register(context) {
    context.connection.onExecuteCommand(
      answering(
        context,
        null,
        (
          { answerCommand },
          params: lsp.ExecuteCommandParams,
          token: lsp.CancellationToken,
          progress: lsp.WorkDoneProgressReporter,
        ) => answerCommand(params, token, progress, context),
      ),
    )
  },
}
