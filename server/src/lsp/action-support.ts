import * as lsp from 'vscode-languageserver'
import type { ClientFacts } from './feature.ts'

export const quickFix = lsp.CodeActionKind.QuickFix
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.minutes`
export const fillKind = `${lsp.CodeActionKind.Source}.fillMinutesLines`
export const rewriteKind = lsp.CodeActionKind.RefactorRewrite
export const codeActionKinds = [quickFix, rewriteKind, fillKind, fixAllKind] as const

/** The kinds of the actions that the server has to offer. */
export type Kind = (typeof codeActionKinds)[number]

/** Whether the client makes an edit when it is asked to. */
export function appliesEdits({ capabilities }: ClientFacts): boolean {
  return capabilities.workspace?.applyEdit === true
}

/** Whether it takes actions, and not commands alone. */
export function takesLiterals({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined
}

/** Whether it asks for the edit of an action when that is chosen. */
export function resolvesEdits({ capabilities }: ClientFacts): boolean {
  const { dataSupport, resolveSupport } = capabilities.textDocument?.codeAction ?? {}
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true
}
