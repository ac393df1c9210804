import * as lsp from 'vscode-languageserver'
import { type OutlineItem, outlineOf } from '../../core/ide/outline.ts'
import { Trees } from '../../core/syntax/tree.ts'
import type { Places } from '../convert.ts'
import { type Feature, guarded } from '../feature.ts'

const kinds: Record<OutlineItem['kind'], lsp.SymbolKind> = {
  meeting: lsp.SymbolKind.Event,
  team: lsp.SymbolKind.Module,
  slide: lsp.SymbolKind.Package,
  topic: lsp.SymbolKind.String,
  action: lsp.SymbolKind.Boolean,
}

/** `textDocument/documentSymbol`: the outline. */
export const documentSymbol: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Minutes' } }),
  register(context) {
    const { connection, repositories, preferences } = context
    const trees = new Map<string, Trees>()
    repositories.onChange(() => {
      for (const uri of trees.keys()) if (!repositories.document(uri)) trees.delete(uri)
    })
    connection.onDocumentSymbol(
      guarded(context, [], ({ textDocument: { uri } }: lsp.DocumentSymbolParams): lsp.DocumentSymbol[] => {
        const document = repositories.document(uri)
        if (!document?.minutes || !preferences.settings.outline.enabled) return []
        const { minutes, places, workspace } = document
        if (!trees.has(uri)) trees.set(uri, new Trees())
        const tree = trees.get(uri)!.read(minutes.text, minutes.facts)
        return outlineOf(minutes, workspace.repository, tree).map((item) => toSymbol(item, places))
      }),
    )
  },
}

function toSymbol({ name, detail, kind, span, selection, children }: OutlineItem, places: Places): lsp.DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: places.range(span),
    selectionRange: places.range(selection),
    children: children.map((child) => toSymbol(child, places)),
  }
}
