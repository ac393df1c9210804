import type * as lsp from 'vscode-languageserver'
import type { Hint, HintKind } from '../../core/ide/hints/hints.ts'
import type { Places } from '../convert.ts'
import { answering, type Feature, refreshing } from '../feature.ts'
import { wantedOf } from '../preferences.ts'

/** `textDocument/inlayHint`: weekdays behind dates, titles behind URLs of issues. */
export const inlayHint: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register(context) {
    const { connection, repositories, preferences, client } = context
    connection.languages.inlayHint.on(
      answering(
        context,
        [],
        async ({ hintsIn }, { textDocument: { uri }, range }: lsp.InlayHintParams): Promise<lsp.InlayHint[]> => {
          await repositories.whenReady(uri)
          const document = repositories.document(uri)
          if (!document?.minutes) return []
          const { minutes, places, workspace } = document
          const wanted = wantedOf<HintKind>(preferences.settings.inlayHints)
          return hintsIn(minutes, workspace.repository, places.span(range), wanted).map((hint) => toHint(hint, places))
        },
      ),
    )
    if (!client.capabilities.workspace?.inlayHint?.refreshSupport) return
    refreshing(
      context,
      ({ inlayHints }) => inlayHints,
      () => connection.languages.inlayHint.refresh(),
    )
  },
}

function toHint({ offset, label, tooltip }: Hint, places: Places): lsp.InlayHint {
  return { position: places.position(offset), label, paddingLeft: true, ...(tooltip && { tooltip }) }
}
