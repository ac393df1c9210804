import type * as lsp from 'vscode-languageserver'
import { answering, type Feature } from '../feature.ts'
import { asked, toLocation } from '../navigation.ts'

/** `textDocument/references`: links to a file or a heading, mentions of a person or an issue, actions of their owner. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register(context) {
    context.connection.onReferences(
      answering(context, [], async ({ referencesAt }, params: lsp.ReferenceParams): Promise<lsp.Location[]> => {
        const { document, place } = (await asked(params, context)) ?? {}
        const spots = place ? referencesAt(place, params.context.includeDeclaration) : []
        return spots.map((spot) => toLocation(spot, document!))
      }),
    )
  },
}
