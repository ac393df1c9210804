import type * as lsp from 'vscode-languageserver'
import { codeActionKinds } from './action-support.ts'
import { onFreshFiles } from './closed-files.ts'
import type { Context } from './feature.ts'
import { type Offer, offersOf } from './offers.ts'
import type { OfferedAction } from './protocol.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/**
 * The edit that an action makes of its document as it is by now, and of other files as they are on the disk; `undefined` where it is offered no
 * more. `offer` is the action's own where that has just been made.
 */
export function editOf(action: OfferedAction, context: Context, offer?: Offer): lsp.WorkspaceEdit | undefined {
  const document = context.repositories.document(action.uri)
  if (!document) return undefined
  let known = offer
  const make = () => {
    const found = known ?? offered(action, context)
    known = undefined
    return found?.changes()
  }
  const changes = onFreshFiles(make, document, context.repositories)
  return changes && toWorkspaceEdit(changes, document, context)
}

function offered({ uri, range, kind, title, at }: OfferedAction, context: Context): Offer | undefined {
  const document = context.repositories.document(uri)
  const known = codeActionKinds.find((each) => each === kind)
  if (!document || !known) return undefined
  const offers = offersOf(known, document, document.places.span(range), context)
  return offers[at]?.title === title ? offers[at] : offers.find((offer) => offer.title === title)
}
