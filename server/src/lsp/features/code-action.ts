import * as lsp from 'vscode-languageserver'
import { onFreshFiles } from '../closed-files.ts'
import { toDiagnostic } from '../diagnostic.ts'
import { type ClientFacts, type Context, type Feature, guarded } from '../feature.ts'
import { codeActionKinds, type Offer, offersOf } from '../offers.ts'
import type { OpenDocument } from '../repositories.ts'
import { savePictures } from '../save-pictures.ts'
import { toWorkspaceEdit } from '../workspace-edit.ts'

/** `textDocument/codeAction` and `codeAction/resolve`. */
export const codeAction: Feature = {
  capabilities: (client) => ({
    codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: resolvesEdits(client) },
  }),
  register(context) {
    const { connection, repositories, client } = context
    connection.onCodeAction(
      guarded(context, [], async ({ textDocument, range, context: asked }: lsp.CodeActionParams) => {
        await repositories.whenReady(textDocument.uri)
        const document = repositories.document(textDocument.uri)
        if (!document || !takesLiterals(client)) return []
        const kinds = codeActionKinds.filter((kind) => isWanted(kind, asked))
        return kinds.flatMap((kind) =>
          offersOf(kind, document, document.places.span(range), context).map((offer, at) =>
            toAction(offer, document, { uri: document.uri, range, at }, context),
          ),
        )
      }),
    )
    connection.onCodeActionResolve((action) => guarded(context, action, () => resolved(action, context))())
  },
}

/** Source actions are offered only to those who ask for them, and what mends nothing is not worth a light bulb. */
function isWanted(kind: string, { only, triggerKind }: lsp.CodeActionContext): boolean {
  if (only) return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
  const isAutomatic = triggerKind === lsp.CodeActionTriggerKind.Automatic
  return kind === lsp.CodeActionKind.QuickFix || (kind === lsp.CodeActionKind.RefactorRewrite && !isAutomatic)
}

/** What it takes to make the edit later: the change is then made anew, of the document as it is by then. */
interface ActionData {
  readonly uri: string
  readonly range: lsp.Range
  /** The place of the offer among those of its kind for the range: two of them may be called the same. */
  readonly at: number
}

function toAction(offer: Offer, document: OpenDocument, data: ActionData, context: Context): lsp.CodeAction {
  const { title, kind, finding, preferred, saves } = offer
  const action: lsp.CodeAction = { title, kind, ...(preferred && prefers(context.client) && { isPreferred: true }) }
  if (finding) action.diagnostics = [toDiagnostic(finding, document, context.client)]
  if (saves) return { ...action, command: savePictures(title, saves, document) }
  return resolvesEdits(context.client)
    ? { ...action, data }
    : { ...action, edit: toWorkspaceEdit(offer.changes(), document, context) }
}

async function resolved(action: lsp.CodeAction, context: Context): Promise<lsp.CodeAction> {
  const data = action.data as ActionData | undefined
  if (data) await context.repositories.whenReady(data.uri)
  const document = data && context.repositories.document(data.uri)
  const kind = codeActionKinds.find((known) => known === action.kind)
  if (!document || !kind) return action
  const find = () => {
    const offers = offersOf(kind, document, document.places.span(data.range), context)
    const same = (offer: Offer | undefined) => offer?.title === action.title
    return same(offers[data.at]) ? offers[data.at] : offers.find(same)
  }
  const changes = onFreshFiles(() => find()?.changes(), document, context.repositories)
  return changes ? { ...action, edit: toWorkspaceEdit(changes, document, context) } : action
}

/** A client without them takes commands alone, and none of ours makes an edit. */
function takesLiterals({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined
}

function prefers({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.codeAction?.isPreferredSupport === true
}

function resolvesEdits({ capabilities }: ClientFacts): boolean {
  const { dataSupport, resolveSupport } = capabilities.textDocument?.codeAction ?? {}
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true
}
