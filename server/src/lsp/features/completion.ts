import type * as lsp from 'vscode-languageserver'
import { MarkupKind } from 'vscode-languageserver'
import { complete } from '../../core/ide/completion/complete.ts'
import { personCard } from '../../core/ide/person-card.ts'
import type { Repository } from '../../core/repository/repository.ts'
import { topicsOf } from '../../core/repository/topics.ts'
import { personText, topicsText } from '../completion-documentation.ts'
import { type ItemData, toAnswer } from '../completion-items.ts'
import { type Context, type Feature, guarded } from '../feature.ts'

/** `textDocument/completion` and `completionItem/resolve`. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [':', '#', '/', '<', '(', '@'], resolveProvider: true },
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
        }
        return toAnswer(complete(place), document, client)
      }),
    )
    connection.onCompletionResolve((item) => guarded(context, item, () => resolved(item, context))(undefined))
  },
}

function resolved(item: lsp.CompletionItem, { repositories }: Context): lsp.CompletionItem {
  const data = item.data as ItemData | undefined
  const repository = data && repositories.document(data.uri)?.workspace.repository
  const value = repository && documentation(data, item.label, repository)
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item
}

/** All topics of a meeting, which are too many for the list; who a person is. */
function documentation({ path, person }: ItemData, label: string, repository: Repository): string | undefined {
  if (path === undefined) {
    const named = repository.people.of(person ?? label.slice('@'.length))
    return named && personText(personCard(named, repository))
  }
  const summary = repository.summary(path)
  return summary && topicsText(topicsOf(summary, repository.seriesOf(path)))
}
