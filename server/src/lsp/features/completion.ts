import type * as lsp from 'vscode-languageserver'
import { MarkupKind } from 'vscode-languageserver'
import { complete } from '../../core/ide/completion/complete.ts'
import { documentationOf } from '../completion-documentation.ts'
import { type ItemData, toAnswer } from '../completion-items.ts'
import { type Context, type Feature, guarded } from '../feature.ts'

/** `textDocument/completion` and `completionItem/resolve`. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [':', '#', '/', '<', '(', '[', '-', '@'], resolveProvider: true },
  }),
  register(context) {
    const { connection, repositories, clock, client } = context
    const nothing: ReturnType<typeof toAnswer> = []
    connection.onCompletion(
      guarded(context, nothing, ({ textDocument, position }: lsp.CompletionParams) => {
        const document = repositories.document(textDocument.uri)
        if (!document?.minutes) return []
        const { minutes, places, workspace } = document
        const place = {
          minutes,
          repository: workspace.repository,
          offset: places.offset(position),
          today: clock.today(),
          hostReadsMarkdown: client.hostReadsMarkdown,
        }
        return toAnswer(complete(place), document, client)
      }),
    )
    connection.onCompletionResolve((item) => guarded(context, item, () => resolved(item, context))())
  },
}

function resolved(item: lsp.CompletionItem, { repositories, client }: Context): lsp.CompletionItem {
  const data = item.data as ItemData | undefined
  const document = data && repositories.document(data.uri)
  const value = document && documentationOf(data, item.label, document)
  if (!value) return item
  // Whoever takes plain text alone reads the Markdown as it is: it is made of lists and bold words.
  const formats = client.capabilities.textDocument?.completion?.completionItem?.documentationFormat
  const kind = formats?.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText
  return { ...item, documentation: { kind, value } }
}
