import type * as lsp from 'vscode-languageserver'
import { diagnosticSource, reportOf } from '../diagnostic.ts'
import { asksForDiagnostics, attempted, type Context, type Feature, guarded } from '../feature.ts'

/** `textDocument/diagnostic`, and `textDocument/publishDiagnostics` for clients that do not ask. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    asksForDiagnostics(client)
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  register(context) {
    if (asksForDiagnostics(context.client)) answer(context)
    else push(context)
  },
}

/**
 * A client that can be told to ask again has at once what the text itself tells, and the rest when the repository has been read; any other
 * one waits until then.
 */
function answer(context: Context): void {
  const { connection, repositories, client } = context
  const asksAgain = client.capabilities.workspace?.diagnostics?.refreshSupport === true
  const none: lsp.DocumentDiagnosticReport = { kind: 'full', items: [] }
  connection.languages.diagnostics.on(
    guarded(
      context,
      none,
      async ({
        textDocument,
        previousResultId,
      }: lsp.DocumentDiagnosticParams): Promise<lsp.DocumentDiagnosticReport> => {
        if (!asksAgain) await repositories.whenReady(textDocument.uri)
        const document = repositories.document(textDocument.uri)
        if (!document) return none
        const { resultId, items } = reportOf(document, context)
        return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items }
      },
    ),
  )
  if (!asksAgain) return
  repositories.onChange((edited) => {
    if (!edited) void attempted(connection, () => connection.languages.diagnostics.refresh())
  })
}

/**
 * What the text itself tells is sent at once, the rest when the repository has been read. An edit may change the findings of every document;
 * those that it leaves alone are not sent again.
 */
function push(context: Context): void {
  const { connection, repositories, client } = context
  const takesVersions = client.capabilities.textDocument?.publishDiagnostics?.versionSupport === true
  const sent = new Map<string, string>()
  repositories.onChange(() => {
    const open = [...repositories.openDocuments]
    for (const document of open) {
      const { uri, version } = document
      const { resultId, items } = reportOf(document, context)
      if (sent.get(uri) === resultId) continue
      sent.set(uri, resultId)
      void connection.sendDiagnostics({ uri, ...(takesVersions && { version }), diagnostics: items })
    }
    for (const uri of sent.keys()) {
      if (open.some((document) => document.uri === uri)) continue
      sent.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    }
  })
}
