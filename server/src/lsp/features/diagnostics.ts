import type * as lsp from 'vscode-languageserver'
import type { Finding } from '../../core/rules/check.ts'
import { isRule } from '../../core/rules/rule-settings.ts'
import { startOf, toSeverity, uriOf } from '../convert.ts'
import { attempted, type ClientFacts, type Context, type Feature, guarded } from '../feature.ts'
import type { OpenDocument } from '../repositories.ts'

const diagnosticSource = 'minutes'

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

export function toDiagnostic(
  finding: Finding,
  { places, root, workspace }: OpenDocument,
  { rulePages, capabilities }: ClientFacts,
): lsp.Diagnostic {
  const { related } = finding
  return {
    range: places.range(finding.span),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    ...(rulePages && isRule(finding.rule) && { codeDescription: { href: uriOf(rulePages, `${finding.rule}.md`) } }),
    source: diagnosticSource,
    message: finding.message,
    ...(related &&
      takesRelated(capabilities) &&
      workspace.repository.has(related.path) && {
        relatedInformation: [{ location: startOf(uriOf(root, related.path)), message: related.message }],
      }),
  }
}

function takesRelated({ textDocument }: lsp.ClientCapabilities): boolean {
  return [textDocument?.diagnostic, textDocument?.publishDiagnostics].some((each) => each?.relatedInformation)
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
        const resultId = repositories.stateOf(document)
        if (resultId === previousResultId) return { kind: 'unchanged', resultId }
        return { kind: 'full', resultId, items: diagnosticsOf(document, context) }
      },
    ),
  )
  if (!client.capabilities.workspace?.diagnostics?.refreshSupport) return
  repositories.onChange((edited) => {
    if (!edited) void attempted(connection, () => connection.languages.diagnostics.refresh())
  })
}

/** An edit may change the findings of every document; those that it leaves alone are not sent again. */
function push(context: Context): void {
  const { connection, repositories } = context
  const sent = new Map<string, string>()
  repositories.onChange(() => {
    const open = [...repositories.openDocuments]
    for (const document of open) {
      if (!document.workspace.isRead) continue
      const { uri, version } = document
      const params = { uri, version, diagnostics: diagnosticsOf(document, context) }
      const message = JSON.stringify(params)
      if (sent.get(uri) === message) continue
      sent.set(uri, message)
      void connection.sendDiagnostics(params)
    }
    for (const uri of sent.keys()) {
      if (open.some((document) => document.uri === uri)) continue
      sent.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    }
  })
}

function diagnosticsOf(document: OpenDocument, context: Context): lsp.Diagnostic[] {
  return context.findings.of(document).map((finding) => toDiagnostic(finding, document, context.client))
}
