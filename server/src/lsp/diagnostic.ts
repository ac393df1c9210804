import type * as lsp from 'vscode-languageserver'
import { fingerprintOf } from '../core/repository/fingerprint.ts'
import type { Finding } from '../core/rules/check.ts'
import { isRule } from '../core/rules/rule-settings.ts'
import { Places, startOf, toSeverity, uriOf } from './convert.ts'
import type { ClientFacts, Seen } from './feature.ts'
import type { Located, OpenDocument } from './repositories.ts'

export const diagnosticSource = 'minutes'

/** What is wrong in a file. A client that has had a report of the same id has had all of it. */
export interface Report {
  readonly resultId: string
  readonly items: lsp.Diagnostic[]
}

/** The report of an open document. After an edit it has another id, whatever it says: an editor moves what it shows while somebody types. */
export function reportOf(document: OpenDocument, context: Seen): Report {
  const items = context.findings.of(document).map((finding) => toDiagnostic(finding, document, context.client))
  return named(`${context.repositories.session}.${document.version}`, items)
}

/** The report of a file as it is stored; without items where there is none. */
export function storedReport(file: Located, context: Seen): Report {
  const { text, findings } = context.findings.inFile(file) ?? { text: '', findings: [] }
  const placed = { ...file, places: new Places(text, file.units.encoding) }
  const items = findings.map((finding) => toDiagnostic(finding, placed, context.client))
  return named(context.repositories.session, items)
}

export function toDiagnostic(
  finding: Finding,
  { places, root, workspace }: Pick<OpenDocument, 'places' | 'root' | 'workspace'>,
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

function named(state: string, items: lsp.Diagnostic[]): Report {
  return { resultId: `${state}.${fingerprintOf(JSON.stringify(items)).exact.toString(36)}`, items }
}
