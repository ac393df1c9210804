import type * as lsp from 'vscode-languageserver'
import type { Answers } from '../answers.ts'
import type { ItemData } from '../completion-documentation.ts'
import { answering, type Context, type Feature } from '../feature.ts'
import { isOldKate, ofWord } from '../old-kate.ts'

/** `textDocument/completion` and `completionItem/resolve`. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [':', '#', '/', '<', '(', '[', '-', '@'], resolveProvider: true },
  }),
  register(context) {
    const { connection, repositories, clock, client } = context
    const nothing: ReturnType<Answers['toAnswer']> = []
    connection.onCompletion(
      answering(context, nothing, ({ complete, toAnswer }, { textDocument, position }: lsp.CompletionParams) => {
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
        const completions = complete(place)
        const taken = isOldKate(client.capabilities)
          ? completions.map((one) => ofWord(one, document.text, place.offset))
          : completions
        return toAnswer(taken, document, client)
      }),
    )
    connection.onCompletionResolve((item) => answering(context, item, (answers) => resolved(item, context, answers))())
  },
}

function resolved(
  item: lsp.CompletionItem,
  { repositories, client }: Context,
  { documentationOf }: Answers,
): lsp.CompletionItem {
  const data = item.data as ItemData | undefined
  const document = data && repositories.document(data.uri)
  const documentation = document && documentationOf(data, item.label, document, client)
  return documentation ? { ...item, documentation } : item
}
