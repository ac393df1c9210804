import type * as lsp from 'vscode-languageserver-protocol'

/** All kinds of symbols that LSP has. */
const allSymbolKinds = Array.from({ length: 26 }, (_, at) => (at + 1) as lsp.SymbolKind)

/** All kinds of completions that LSP has. */
const allCompletionItemKinds = Array.from({ length: 25 }, (_, at) => (at + 1) as lsp.CompletionItemKind)

/** Everything that VS Code announces and this server looks at. */
export const fullCapabilities: lsp.ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    fileOperations: { didCreate: true, willRename: true, didRename: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    symbol: { symbolKind: { valueSet: allSymbolKinds } },
  },
  window: { workDoneProgress: true, showDocument: { support: true }, showMessage: {} },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedDocumentSupport: false, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        preselectSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation'] },
      },
      completionItemKind: { valueSet: allCompletionItemKinds },
      completionList: { itemDefaults: ['editRange', 'data'] },
    },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
    definition: { linkSupport: true },
    references: {},
    codeLens: {},
    inlayHint: {},
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: ['variable', 'string'],
      tokenModifiers: [],
      formats: ['relative'],
    },
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    documentHighlight: {},
    documentLink: { tooltipSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    foldingRange: {
      lineFoldingOnly: true,
      rangeLimit: 5000,
      foldingRangeKind: { valueSet: ['comment', 'imports', 'region'] },
    },
    selectionRange: {},
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      labelSupport: true,
      symbolKind: { valueSet: allSymbolKinds },
    },
  },
}
