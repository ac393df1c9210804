import * as lsp from 'vscode-languageserver'
import type { Finding } from '../../core/rules/check.ts'
import { fillableLines, fixAll, isSafe } from '../../core/rules/fix-all.ts'
import type { Span } from '../../core/text/span.ts'
import { type ClientFacts, type Context, type Feature, guarded } from '../feature.ts'
import type { OpenDocument } from '../repositories.ts'
import { type Changes, canMake, toWorkspaceEdit } from '../workspace-edit.ts'
import { toDiagnostic } from './diagnostics.ts'

const quickFix = lsp.CodeActionKind.QuickFix
const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.minutes`
const fillKind = `${lsp.CodeActionKind.Source}.fillMinutesLines`
const codeActionKinds = [quickFix, fillKind, fixAllKind] as const

type Kind = (typeof codeActionKinds)[number]

/** `textDocument/codeAction` and `codeAction/resolve`. */
export const codeAction: Feature = {
  capabilities: (client) => ({
    codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: resolvesEdits(client) },
  }),
  register(context) {
    const { connection, repositories } = context
    connection.onCodeAction(
      guarded(context, [], async ({ textDocument, range, context: { only } }: lsp.CodeActionParams) => {
        await repositories.whenRead(textDocument.uri)
        const document = repositories.document(textDocument.uri)
        if (!document) return []
        const kinds = codeActionKinds.filter((kind) => isWanted(kind, only))
        return kinds.flatMap((kind) =>
          offersOf(kind, document, document.places.span(range), context).map((offer, at) =>
            toAction(offer, document, { uri: document.uri, range, at }, context),
          ),
        )
      }),
    )
    connection.onCodeActionResolve((action) => guarded(context, action, () => resolved(action, context))(undefined))
  },
}

/** An action that the document has to offer. */
interface Offer {
  readonly title: string
  readonly kind: Kind
  readonly finding?: Finding
  readonly preferred?: boolean
  readonly changes: () => Changes
}

/** The offers of one kind. Fixes are made of those findings alone that the kind is about: making them takes time. */
function offersOf(kind: Kind, document: OpenDocument, span: Span, context: Context): Offer[] {
  const findings = context.findings.of(document)
  if (kind === fillKind) return fillOffer(findings, kind)
  if (kind === fixAllKind) return safeOffer(findings)
  const touched = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
  return [
    ...touched.flatMap((finding) => fixOffers(finding, context.client)),
    ...(fillableLines(touched).length ? fillOffer(findings, kind) : []),
  ]
}

function fixOffers(finding: Finding, { capabilities }: ClientFacts): Offer[] {
  return finding
    .fixes()
    .filter((fix) => canMake(fix, capabilities))
    .map((fix, at): Offer => ({ title: fix.title, kind: quickFix, finding, preferred: at === 0, changes: () => fix }))
}

/** All minutes lines of a report at once; alone, a line has its own fix. */
function fillOffer(findings: readonly Finding[], kind: Kind): Offer[] {
  const lines = fillableLines(findings)
  if (lines.length < 2) return []
  return [{ title: `Fill in all ${lines.length} minutes lines`, kind, changes: () => fixAll(lines, isSafe) }]
}

function safeOffer(findings: readonly Finding[]): Offer[] {
  const safe = findings.filter((finding) => finding.fixes().some(isSafe))
  return safe.length
    ? [{ title: 'Fix all that is safe to fix', kind: fixAllKind, changes: () => fixAll(safe, isSafe) }]
    : []
}

/** Source actions are offered only to those who ask for them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return kind === quickFix
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
}

/** What it takes to make the edit later: the change is then made anew, of the document as it is by then. */
interface ActionData {
  readonly uri: string
  readonly range: lsp.Range
  /** The place of the offer among those of its kind for the range: two of them may be called the same. */
  readonly at: number
}

function toAction(offer: Offer, document: OpenDocument, data: ActionData, context: Context): lsp.CodeAction {
  const { title, kind, finding, preferred } = offer
  const action: lsp.CodeAction = { title, kind, ...(preferred && { isPreferred: true }) }
  if (finding) action.diagnostics = [toDiagnostic(finding, document, context.client)]
  return resolvesEdits(context.client) ? { ...action, data } : { ...action, edit: editOf(offer, document, context) }
}

async function resolved(action: lsp.CodeAction, context: Context): Promise<lsp.CodeAction> {
  const data = action.data as ActionData | undefined
  if (data) await context.repositories.whenRead(data.uri)
  const document = data && context.repositories.document(data.uri)
  const kind = codeActionKinds.find((known) => known === action.kind)
  if (!document || !kind) return action
  const find = () => {
    const offers = offersOf(kind, document, document.places.span(data.range), context)
    const same = (offer: Offer | undefined) => offer?.title === action.title
    return same(offers[data.at]) ? offers[data.at] : offers.find(same)
  }
  refreshClosedFiles(find()?.changes(), document)
  const offer = find()
  return offer ? { ...action, edit: editOf(offer, document, context) } : action
}

/** Places in files that are not open are those of the disk as it is now, whatever has been told of it. */
function refreshClosedFiles(changes: Changes | undefined, { path, workspace }: OpenDocument): void {
  const others = new Set(changes?.edits.map((edit) => edit.path))
  others.delete(path)
  if (others.size) workspace.changed(others)
}

function editOf(offer: Offer, document: OpenDocument, { repositories, client }: Context): lsp.WorkspaceEdit {
  return toWorkspaceEdit(offer.changes(), document, repositories, client.capabilities)
}

function resolvesEdits({ capabilities }: ClientFacts): boolean {
  const { dataSupport, resolveSupport } = capabilities.textDocument?.codeAction ?? {}
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true
}
