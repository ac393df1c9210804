import type * as lsp from 'vscode-languageserver'
import { answering, type Feature } from '../feature.ts'
import { asked, toLocation } from '../navigation.ts'

/** `textDocument/definition`: where a link, an issue, a heading or a handle leads. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register(context) {
    const { connection, client } = context
    const takesLinks = client.capabilities.textDocument?.definition?.linkSupport === true
    connection.onDefinition(
      answering(
        context,
        null,
        async ({ definitionAt }, params: lsp.DefinitionParams): Promise<lsp.Location | lsp.LocationLink[] | null> => {
          const { document, place } = (await asked(params, context)) ?? {}
          const found = place && definitionAt(place)
          if (!found) return null
          const { uri, range } = toLocation(found.target, document!)
          if (!takesLinks) return { uri, range }
          const originSelectionRange = document!.places.range(found.origin)
          return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }]
        },
      ),
    )
  },
}
