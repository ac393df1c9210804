import * as lsp from 'vscode-languageserver'
import type { OutlineItem } from '../core/ide/outline/outline.ts'
import type { FoundSymbol } from '../core/ide/symbols/find-symbols.ts'

type Kind = OutlineItem['kind'] | FoundSymbol['kind']

const kinds: Record<Kind, lsp.SymbolKind> = {
  meeting: lsp.SymbolKind.Event,
  team: lsp.SymbolKind.Module,
  slide: lsp.SymbolKind.Package,
  topic: lsp.SymbolKind.String,
  action: lsp.SymbolKind.Boolean,
}

/** The kinds of LSP that a client knows; one that tells none knows those of LSP's first version, which had no events. */
export function symbolKinds(known: readonly lsp.SymbolKind[] | undefined): (kind: Kind) => lsp.SymbolKind {
  const knows = (kind: lsp.SymbolKind) => (known ? known.includes(kind) : kind <= lsp.SymbolKind.Array)
  return (kind) => (knows(kinds[kind]) ? kinds[kind] : lsp.SymbolKind.File)
}
