import type * as lsp from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'

const tokenTypes = [
  ...['namespace', 'type', 'class', 'enum', 'interface', 'struct', 'typeParameter', 'parameter', 'variable'],
  ...['property', 'enumMember', 'event', 'function', 'method', 'macro', 'keyword', 'modifier', 'comment', 'string'],
  ...['number', 'regexp', 'operator'],
]

/** What Kate 22.12 announces, as a log of its messages has it. */
export const kateCapabilities: lsp.ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true },
    selectionRange: { dynamicRegistration: false },
    semanticTokens: {
      formats: ['relative'],
      requests: { full: { delta: true }, range: true },
      tokenModifiers: [],
      tokenTypes,
    },
    synchronization: { didSave: true },
  },
  window: { workDoneProgress: true },
}

/** What becomes of a text when Kate 22.12 completes it at its end: the word there goes, however much the edit says, and other edits follow. */
export function completedByKate(text: string, { textEdit, additionalTextEdits = [] }: lsp.CompletionItem): string {
  const { newText } = textEdit as lsp.TextEdit
  const completed = text.replace(/[\p{L}\p{N}_]*$/u, () => newText)
  return TextDocument.applyEdits(TextDocument.create('file:///text', 'markdown', 1, completed), additionalTextEdits)
}

/** The same, by a client that does what LSP says. */
export function completed(text: string, { textEdit, additionalTextEdits = [] }: lsp.CompletionItem): string {
  const document = TextDocument.create('file:///text', 'markdown', 1, text)
  return TextDocument.applyEdits(document, [textEdit as lsp.TextEdit, ...additionalTextEdits])
}
