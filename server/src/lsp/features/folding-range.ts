import type * as lsp from 'vscode-languageserver'
import type { Fold } from '../../core/ide/folding/folds.ts'
import { answering, type Feature } from '../feature.ts'

/** `textDocument/foldingRange`: slides, sections, lists, front matter, comments and code. */
export const foldingRange: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(context) {
    const { connection, repositories, client } = context
    const { lineFoldingOnly, rangeLimit, foldingRangeKind } = client.capabilities.textDocument?.foldingRange ?? {}
    const kinds = foldingRangeKind?.valueSet ?? ['comment']
    connection.onFoldingRanges(
      answering(context, [], ({ foldsOf }, { textDocument: { uri } }: lsp.FoldingRangeParams): lsp.FoldingRange[] => {
        const document = repositories.document(uri)
        if (!document?.minutes) return []
        const { minutes, places } = document
        const folds = largest(foldsOf(minutes, client.hostReadsMarkdown), rangeLimit)
        return folds.map((fold) => ({
          ...(lineFoldingOnly ? places.lines(fold.span) : places.behindFirstLine(fold.span)),
          ...(fold.kind === 'comment' && kinds.includes('comment') && { kind: 'comment' }),
        }))
      }),
    )
  },
}

/** So many as the client takes, in their order. */
function largest(folds: readonly Fold[], limit = folds.length): readonly Fold[] {
  if (folds.length <= limit) return folds
  const bySize = folds.toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
  const kept = new Set(bySize.slice(0, limit))
  return folds.filter((fold) => kept.has(fold))
}
