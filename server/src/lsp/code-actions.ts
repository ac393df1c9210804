import * as lsp from 'vscode-languageserver'
import { toCommand } from './action-commands.ts'
import { appliesEdits, codeActionKinds, resolvesEdits, takesLiterals } from './action-support.ts'
import { toDiagnostic } from './diagnostic.ts'
import type { ClientFacts, Context } from './feature.ts'
import { editOf } from './offered-action.ts'
import { type Offer, offersOf } from './offers.ts'
import { isOldKate } from './old-kate.ts'
import type { OfferedAction } from './protocol.ts'
import type { OpenDocument } from './repositories.ts'
import { savePictures } from './save-pictures.ts'

/** What may be done about a range of a document, once its repository has been read. */
export async function codeActionsIn(
  { textDocument, range, context: asked }: lsp.CodeActionParams,
  context: Context,
): Promise<(lsp.CodeAction | lsp.Command)[]> {
  const { repositories, client } = context
  await repositories.whenReady(textDocument.uri)
  const document = repositories.document(textDocument.uri)
  if (!document) return []
  if (asked.diagnostics.length && isOldKate(client.capabilities))
    return asked.diagnostics.flatMap((named) => firstFix(named, document, context))
  const kinds = codeActionKinds.filter((kind) => isWanted(kind, asked))
  return kinds.flatMap((kind) =>
    offersOf(kind, document, document.places.span(range), context).flatMap((offer, at) =>
      answerOf(offer, document, { uri: document.uri, range, kind, title: offer.title, at }, context),
    ),
  )
}

/** Source actions are offered only to those who ask for them, and what mends nothing is not worth a light bulb. */
function isWanted(kind: string, { only, triggerKind }: lsp.CodeActionContext): boolean {
  if (only) return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
  const isAutomatic = triggerKind === lsp.CodeActionTriggerKind.Automatic
  return kind === lsp.CodeActionKind.QuickFix || (kind === lsp.CodeActionKind.RefactorRewrite && !isAutomatic)
}

/** The likeliest fix of a finding, for a client that makes all that it is answered. */
function firstFix({ range, code }: lsp.Diagnostic, document: OpenDocument, context: Context): lsp.CodeAction[] {
  const kind = lsp.CodeActionKind.QuickFix
  const span = document.places.span(range)
  const offers = offersOf(kind, document, span, context)
  const at = offers.findIndex(
    ({ finding, preferred }) => preferred && finding?.rule === code && finding?.span.start === span.start,
  )
  const offer = offers[at]
  return offer ? toAction(offer, document, { uri: document.uri, range, kind, title: offer.title, at }, context) : []
}

/** An action, unless it is gone; for a client without them, the command that does the same. */
function answerOf(
  offer: Offer,
  document: OpenDocument,
  offered: OfferedAction,
  context: Context,
): (lsp.CodeAction | lsp.Command)[] {
  const { title, saves } = offer
  if (takesLiterals(context.client)) return toAction(offer, document, offered, context)
  if (saves) return [savePictures(title, saves, document)]
  return appliesEdits(context.client) ? [toCommand(offered)] : []
}

/** What it takes to make the edit of an action later. */
type ActionData = Omit<OfferedAction, 'kind' | 'title'>

function toAction(offer: Offer, document: OpenDocument, offered: OfferedAction, context: Context): lsp.CodeAction[] {
  const { title, kind, finding, preferred, saves } = offer
  const action: lsp.CodeAction = { title, kind, ...(preferred && prefers(context.client) && { isPreferred: true }) }
  if (finding) action.diagnostics = [toDiagnostic(finding, document, context.client)]
  if (saves) return [{ ...action, command: savePictures(title, saves, document) }]
  const { uri, range, at } = offered
  if (resolvesEdits(context.client)) return [{ ...action, data: { uri, range, at } satisfies ActionData }]
  const edit = editOf(offered, context, offer)
  return edit ? [{ ...action, edit }] : []
}

/** The action with its edit, unless that is no longer offered. */
export async function resolvedAction(action: lsp.CodeAction, context: Context): Promise<lsp.CodeAction> {
  const { title, kind } = action
  const data = action.data as ActionData | undefined
  if (!data || kind === undefined) return action
  await context.repositories.whenReady(data.uri)
  const edit = editOf({ ...data, kind, title }, context)
  return edit ? { ...action, edit } : action
}

function prefers({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.codeAction?.isPreferredSupport === true
}
