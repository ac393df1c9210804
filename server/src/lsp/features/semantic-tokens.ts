import type * as lsp from 'vscode-languageserver'
import type { Token } from '../../core/ide/tokens/tokens.ts'
import type { Answers } from '../answers.ts'
import type { TokenCode } from '../convert.ts'
import { answering, type Feature, refreshing } from '../feature.ts'

/** The types and modifiers are our own, because LSP has none for people and links: the manifest tells VS Code what they look like. */
const legend: lsp.SemanticTokensLegend = { tokenTypes: ['handle', 'link'], tokenModifiers: ['unknown', 'dead'] }
const unknown = 1
const dead = 2

/** `textDocument/semanticTokens`: handles that are known or not, links that lead somewhere or not. */
export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend, full: true, range: true } }),
  register(context) {
    const { connection, repositories, preferences, client } = context
    const answer = async ({ tokensIn }: Answers, uri: string, range?: lsp.Range): Promise<lsp.SemanticTokens> => {
      await repositories.whenReady(uri)
      const document = repositories.document(uri)
      if (!document?.minutes || !preferences.settings.semanticTokens.enabled) return { data: [] }
      const { repository, isRead } = document.workspace
      const part = range ? document.places.span(range) : { start: 0, end: document.text.length }
      // What nobody knows yet may stand in the files that are late.
      const tokens = tokensIn(document.minutes, repository, part)
      return document.places.semanticTokens(tokens.map((token) => toCode(isRead ? token : { ...token, known: true })))
    }
    const { semanticTokens } = connection.languages
    semanticTokens.on(
      answering(context, { data: [] }, (answers, { textDocument }: lsp.SemanticTokensParams) =>
        answer(answers, textDocument.uri),
      ),
    )
    semanticTokens.onRange(
      answering(context, { data: [] }, (answers, { textDocument, range }: lsp.SemanticTokensRangeParams) =>
        answer(answers, textDocument.uri, range),
      ),
    )
    if (!client.capabilities.workspace?.semanticTokens?.refreshSupport) return
    refreshing(
      context,
      (settings) => settings.semanticTokens,
      () => semanticTokens.refresh(),
    )
  },
}

function toCode({ span, kind, known }: Token): TokenCode {
  const modifiers = known ? 0 : kind === 'handle' ? unknown : dead
  return { span, type: legend.tokenTypes.indexOf(kind), modifiers }
}
