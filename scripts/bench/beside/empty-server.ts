// A language server that finds nothing and knows nothing, and says so at once: no server on Node can be faster than this one.
import { createConnection, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const connection = createConnection()
const documents = new TextDocuments(TextDocument)

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    completionProvider: {},
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
  },
}))
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }))
connection.onCompletion(() => [])
connection.onHover(() => null)
connection.onDefinition(() => null)
connection.onReferences(() => null)
connection.onDocumentLinks(() => [])
connection.onWorkspaceSymbol(() => [])
documents.listen(connection)
connection.listen()
