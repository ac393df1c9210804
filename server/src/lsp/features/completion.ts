import * as lsp from 'vscode-languageserver'
import { complete } from '../../core/ide/complete.ts'
import type { Completion } from '../../core/ide/completion/completion.ts'
import { topicsOf } from '../../core/repository/topics.ts'
import { type ClientFacts, type Context, type Feature, guarded } from '../feature.ts'
import type { OpenDocument } from '../repositories.ts'

/** What a resolve request needs to tell more about a meeting. */
interface ItemData {
  readonly uri: string
  readonly path: string
}

/** `textDocument/completion` and `completionItem/resolve`. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [':', '#', '/', '<', '('], resolveProvider: true },
  }),
  register(context) {
    const { connection, repositories, clock, client } = context
    connection.onCompletion(
      guarded(context, [], ({ textDocument, position }: lsp.CompletionParams): lsp.CompletionItem[] => {
        const document = repositories.document(textDocument.uri)
        if (!document?.minutes) return []
        const { minutes, places, workspace } = document
        const place = {
          minutes,
          repository: workspace.repository,
          offset: places.offset(position),
          today: clock.today(),
        }
        return complete(place).map((item, at) => toItem(item, at, document, client))
      }),
    )
    connection.onCompletionResolve((item) => guarded(context, item, () => resolved(item, context))(undefined))
  },
}

function toItem(item: Completion, rank: number, document: OpenDocument, client: ClientFacts): lsp.CompletionItem {
  const snippets = client.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
  const withCaret = snippets && item.caret !== undefined
  return {
    label: item.label,
    kind: item.kind === 'meeting' ? lsp.CompletionItemKind.File : lsp.CompletionItemKind.Module,
    labelDetails: { description: item.description },
    detail: item.detail,
    sortText: String(rank).padStart(4, '0'),
    filterText: item.filterText,
    ...(rank === 0 && { preselect: true }),
    insertTextFormat: withCaret ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    textEdit: document.places.textEdit({
      span: item.span,
      newText: withCaret ? asSnippet(item.newText, item.caret!) : item.newText,
    }),
    ...(item.otherEdits && { additionalTextEdits: item.otherEdits.map((edit) => document.places.textEdit(edit)) }),
    ...(item.path !== undefined && { data: { uri: document.uri, path: item.path } satisfies ItemData }),
  }
}

function asSnippet(text: string, caret: number): string {
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&')
  return `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`
}

/** All topics of the meeting, which are too many for the list. */
function resolved(item: lsp.CompletionItem, { repositories }: Context): lsp.CompletionItem {
  const data = item.data as ItemData | undefined
  const repository = data && repositories.document(data.uri)?.workspace.repository
  const summary = repository?.summary(data!.path)
  if (!repository || !summary) return item
  const topics = topicsOf(summary, repository.seriesOf(summary.path))
  if (!topics.length) return item
  const value = topics.map((topic) => `- ${topic.replace(/[\\`*_{}[\]<>#!|&]/g, '\\$&')}`).join('\n')
  return { ...item, documentation: { kind: lsp.MarkupKind.Markdown, value } }
}
