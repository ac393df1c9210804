import type * as lsp from 'vscode-languageserver'
import { selectionsAt } from '../../core/ide/folding/selections.ts'
import { type Feature, guarded } from '../feature.ts'
import type { OpenDocument } from '../repositories.ts'

/** `textDocument/selectionRange`: what is selected as the selection grows. */
export const selectionRange: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(context) {
    const { connection, repositories, client } = context
    connection.onSelectionRanges(
      guarded(context, null, ({ textDocument: { uri }, positions }: lsp.SelectionRangeParams) => {
        const document = repositories.document(uri)
        if (!document?.minutes) return null
        return positions.map((position) => rangesAt(position, document, client.hostReadsMarkdown))
      }),
    )
  },
}

/** Every position has an answer: where nothing is around it, the position itself. */
function rangesAt(position: lsp.Position, { minutes, places }: OpenDocument, host: boolean): lsp.SelectionRange {
  const spans = selectionsAt(minutes!, places.offset(position), host)
  const outermost = spans.reduceRight<lsp.SelectionRange | undefined>(
    (parent, span) => ({ range: places.range(span), ...(parent && { parent }) }),
    undefined,
  )
  return outermost ?? { range: { start: position, end: position } }
}
