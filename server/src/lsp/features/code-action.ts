import type * as lsp from 'vscode-languageserver'
import { appliesEdits, codeActionKinds, resolvesEdits, takesLiterals } from '../action-support.ts'
import { answering, type Feature } from '../feature.ts'

/** `textDocument/codeAction` and `codeAction/resolve`. */
export const codeAction: Feature = {
  capabilities: (client) => {
    if (!takesLiterals(client)) return appliesEdits(client) || client.savesPictures ? { codeActionProvider: true } : {}
    return { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: resolvesEdits(client) } }
  },
  register(context) {
    const { connection } = context
    connection.onCodeAction(
      answering(context, [], ({ codeActionsIn }, params: lsp.CodeActionParams) => codeActionsIn(params, context)),
    )
    connection.onCodeActionResolve((action) =>
      answering(context, action, ({ resolvedAction }) => resolvedAction(action, context))(),
    )
  },
}
