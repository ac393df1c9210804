import type * as lsp from 'vscode-languageserver'
import type { OutlineItem } from '../../core/ide/outline/outline.ts'
import type { Places } from '../convert.ts'
import { answering, type ClientFacts, type Feature } from '../feature.ts'
import { symbolKinds } from '../symbol-kinds.ts'

/** A tree, or for clients that know none a list. */
type Symbols = lsp.DocumentSymbol[] | lsp.SymbolInformation[]

/** `textDocument/documentSymbol`: the outline. */
export const documentSymbol: Feature = {
  capabilities: ({ capabilities }) => ({
    documentSymbolProvider: capabilities.textDocument?.documentSymbol?.labelSupport ? { label: 'Minutes' } : true,
  }),
  register(context) {
    const { connection, client, repositories, preferences } = context
    const kindOf = symbolKinds(client.capabilities.textDocument?.documentSymbol?.symbolKind?.valueSet)
    connection.onDocumentSymbol(
      answering(context, [], ({ outlineOf }, { textDocument: { uri } }: lsp.DocumentSymbolParams): Symbols => {
        const document = repositories.document(uri)
        if (!document?.minutes || !preferences.settings.outline.enabled) return []
        const { minutes, places, workspace } = document
        const items = outlineOf(minutes, workspace.repository)
        if (takesTrees(client)) return items.map((item) => toSymbol(item, places, kindOf))
        return items.flatMap((item) => toFlatSymbols(item, places, kindOf, document.uri))
      }),
    )
  },
}

type KindOf = ReturnType<typeof symbolKinds>

function toSymbol(
  { name, detail, kind, span, selection, children }: OutlineItem,
  places: Places,
  kindOf: KindOf,
): lsp.DocumentSymbol {
  return {
    name,
    detail,
    kind: kindOf(kind),
    range: places.range(span),
    selectionRange: places.range(selection),
    children: children.map((child) => toSymbol(child, places, kindOf)),
  }
}

/** An item and what is in it, in the order of the text. */
function toFlatSymbols(
  item: OutlineItem,
  places: Places,
  kindOf: KindOf,
  uri: string,
  containerName?: string,
): lsp.SymbolInformation[] {
  const { name, kind, span, children } = item
  const location = { uri, range: places.range(span) }
  const symbol = { name, kind: kindOf(kind), location, ...(containerName && { containerName }) }
  return [symbol, ...children.flatMap((child) => toFlatSymbols(child, places, kindOf, uri, name))]
}

function takesTrees({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true
}
