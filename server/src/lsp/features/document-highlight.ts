import type * as lsp from 'vscode-languageserver'
import { answering, type Feature } from '../feature.ts'
import { asked } from '../navigation.ts'

/** `textDocument/documentHighlight`: what means the same in this file. */
export const documentHighlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register(context) {
    context.connection.onDocumentHighlight(
      answering(
        context,
        [],
        async ({ highlightsAt }, params: lsp.DocumentHighlightParams): Promise<lsp.DocumentHighlight[]> => {
          const { document, place } = (await asked(params, context)) ?? {}
          return place ? highlightsAt(place).map((span) => ({ range: document!.places.range(span) })) : []
        },
      ),
    )
  },
}
