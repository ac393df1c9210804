import type * as lsp from 'vscode-languageserver'
import type { Finding } from '../../core/rules/check.ts'
import { toSeverity, uriOf } from '../convert.ts'
import { attempted, type ClientFacts, type Context, type Feature, guarded } from '../feature.ts'
import type { OpenDocument } from '../repositories.ts'

export const diagnosticSource = 'minutes'

/** `textDocument/diagnostic`, and `textDocument/publishDiagnostics` for clients that do not ask. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    asks(client)
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(context) {
    if (asks(context.client)) answer(context)
    else push(context)
  },
}

/** The findings of a document, of one moment. */
export function findingsOf({ workspace, minutes }: OpenDocument, client: ClientFacts): readonly Finding[] {
  if (minutes) return workspace.check(minutes)
  return workspace.checkSettings().filter(({ inSchema }) => !(inSchema && client.hostChecksSettingsSchema))
}

export function toDiagnostic(finding: Finding, { places, root, workspace }: OpenDocument): lsp.Diagnostic {
  const { related } = finding
  return {
    range: places.range(finding.span),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
    ...(related &&
      workspace.repository.has(related.path) && {
        relatedInformation: [relatedInformation(uriOf(root, related.path), related.message)],
      }),
  }
}

function relatedInformation(uri: string, message: string): lsp.DiagnosticRelatedInformation {
  const top = { line: 0, character: 0 }
  return { location: { uri, range: { start: top, end: top } }, message }
}

function asks({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.diagnostic !== undefined
}

function answer(context: Context): void {
  const { connection, repositories, client } = context
  const none: lsp.DocumentDiagnosticReport = { kind: 'full', items: [] }
  connection.languages.diagnostics.on(
    guarded(
      context,
      none,
      async ({
        textDocument,
        previousResultId,
      }: lsp.DocumentDiagnosticParams): Promise<lsp.DocumentDiagnosticReport> => {
        await repositories.whenRead(textDocument.uri)
        const document = repositories.document(textDocument.uri)
        if (!document) return none
        const resultId = String(document.workspace.version)
        if (resultId === previousResultId) return { kind: 'unchanged', resultId }
        return { kind: 'full', resultId, items: diagnosticsOf(document, client) }
      },
    ),
  )
  if (!client.capabilities.workspace?.diagnostics?.refreshSupport) return
  repositories.onChange((edited) => {
    if (!edited) void attempted(connection, () => connection.languages.diagnostics.refresh())
  })
}

function push({ connection, repositories, client }: Context): void {
  const shown = new Set<string>()
  repositories.onChange(() => {
    const open = [...repositories.openDocuments]
    for (const document of open) {
      if (!document.workspace.isRead) continue
      shown.add(document.uri)
      void connection.sendDiagnostics({
        uri: document.uri,
        version: document.version,
        diagnostics: diagnosticsOf(document, client),
      })
    }
    for (const uri of shown) {
      if (open.some((document) => document.uri === uri)) continue
      shown.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    }
  })
}

function diagnosticsOf(document: OpenDocument, client: ClientFacts): lsp.Diagnostic[] {
  return findingsOf(document, client).map((finding) => toDiagnostic(finding, document))
}
