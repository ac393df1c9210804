import type * as lsp from 'vscode-languageserver'
import { highlightsAt } from '../../core/ide/navigation/highlight.ts'
import { type Feature, guarded } from '../feature.ts'
import { asked } from '../navigation.ts'

/** `textDocument/documentHighlight`: what means the same in this file. */
export const documentHighlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register(context) {
    context.connection.onDocumentHighlight(
      guarded(context, [], async (params: lsp.DocumentHighlightParams): Promise<lsp.DocumentHighlight[]> => {
        const { document, place } = (await asked(params, context)) ?? {}
        return place ? highlightsAt(place).map((span) => ({ range: document!.places.range(span) })) : []
      }),
    )
  },
}
