import type * as lsp from 'vscode-languageserver'
import { asksForDiagnostics, type Feature, guarded } from '../feature.ts'
import { canonical } from '../repositories.ts'

/**
 * `workspace/diagnostic`: what is wrong in all files, open or not. A client that knows all of it gets its answer when there is something new, so
 * that asking again and again costs nothing.
 */
export const workspaceDiagnostics: Feature = {
  // `diagnostics` says that there is such a request.
  capabilities: () => ({}),
  register(context) {
    const { connection, client, check } = context
    if (!asksForDiagnostics(client)) return
    const none: lsp.WorkspaceDiagnosticReport = { items: [] }
    connection.languages.diagnostics.onWorkspace(
      guarded(
        context,
        none,
        async (
          { previousResultIds }: lsp.WorkspaceDiagnosticParams,
          token: lsp.CancellationToken,
          _: lsp.WorkDoneProgressReporter,
          partial?: lsp.ResultProgressReporter<lsp.WorkspaceDiagnosticReportPartialResult>,
        ): Promise<lsp.WorkspaceDiagnosticReport> => {
          const previous = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), value]))
          const items: lsp.WorkspaceDocumentDiagnosticReport[] = []
          await check.answer(previous, token, (reports) => {
            if (!partial) items.push(...reports)
            else if (reports.length) partial.report({ items: [...reports] })
          })
          return { items }
        },
      ),
    )
  },
}
