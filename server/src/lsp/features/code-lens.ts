import type * as lsp from 'vscode-languageserver'
import { type Lens, type LensKind, lensesOf } from '../../core/ide/lens/lens.ts'
import { type Context, type Feature, guarded, refreshing } from '../feature.ts'
import { toLocation } from '../navigation.ts'
import { wantedOf } from '../preferences.ts'
import { type ShowReferencesParams, showReferencesCommand } from '../protocol.ts'
import type { OpenDocument } from '../repositories.ts'

/** `textDocument/codeLens`: where minutes are reported, what the meeting before left open, what leads to a heading. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(context) {
    const { connection, repositories, preferences, client } = context
    connection.onCodeLens(
      guarded(context, [], async ({ textDocument: { uri } }: lsp.CodeLensParams): Promise<lsp.CodeLens[]> => {
        await repositories.whenRead(uri)
        const document = repositories.document(uri)
        if (!document?.minutes) return []
        const wanted = wantedOf<LensKind>(preferences.settings.codeLens)
        return lensesOf(document.minutes, document.workspace.repository, wanted).map((lens) =>
          toCodeLens(lens, document, context),
        )
      }),
    )
    if (!client.capabilities.workspace?.codeLens?.refreshSupport) return
    refreshing(
      context,
      ({ codeLens }) => codeLens,
      () => connection.sendRequest('workspace/codeLens/refresh'),
    )
  },
}

/** A client without the command shows the words alone: LSP has no other way to tell that nothing is run. */
function toCodeLens({ title, span, spots }: Lens, document: OpenDocument, { client }: Context): lsp.CodeLens {
  const range = document.places.range(span)
  if (!client.showsReferences) return { range, command: { title, command: '' } }
  const params: ShowReferencesParams = {
    uri: document.uri,
    position: range.start,
    locations: spots.map((spot) => toLocation(spot, document)),
  }
  return { range, command: { title, command: showReferencesCommand, arguments: [params] } }
}
