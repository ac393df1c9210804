import type * as lsp from 'vscode-languageserver'
import type { Span } from '../../core/text/span.ts'
import type { Places } from '../convert.ts'
import { answering, type Feature } from '../feature.ts'

/** `textDocument/selectionRange`: what is selected as the selection grows. */
export const selectionRange: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(context) {
    const { connection, repositories, client } = context
    connection.onSelectionRanges(
      answering(context, null, ({ selectionsAt }, { textDocument: { uri }, positions }: lsp.SelectionRangeParams) => {
        const document = repositories.document(uri)
        if (!document?.minutes) return null
        const { minutes, places } = document
        return positions.map((position) => {
          const spans = selectionsAt(minutes, places.offset(position), client.hostReadsMarkdown)
          return around(position, spans, places)
        })
      }),
    )
  },
}

/** Every position has an answer: where nothing is around it, the position itself. */
function around(position: lsp.Position, spans: readonly Span[], places: Places): lsp.SelectionRange {
  const outermost = spans.reduceRight<lsp.SelectionRange | undefined>(
    (parent, span) => ({ range: places.range(span), ...(parent && { parent }) }),
    undefined,
  )
  return outermost ?? { range: { start: position, end: position } }
}
