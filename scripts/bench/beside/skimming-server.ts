// A language server that reads and skims all files, an open one around each edit, and makes nothing of them but a list of headings: the least that
// any server on Node does which stands on our facts.
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, type InitializeParams, SymbolKind, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isMinutesFile } from '../../../server/src/core/minutes/minutes.ts'
import type { Facts } from '../../../server/src/core/syntax/facts.ts'
import { skim } from '../../../server/src/core/syntax/skim.ts'
import { skimEdited } from '../../../server/src/core/syntax/skim-edited.ts'
import { stepsBetween } from '../../../server/src/core/text/edit.ts'
import { DiskFiles } from '../../../server/src/node/files.ts'
import { tuneForServer } from '../../../server/src/node/v8.ts'

tuneForServer()

const connection = createConnection()
const documents = new TextDocuments(TextDocument)
const open = new Map<string, { readonly text: string; readonly facts: Facts }>()
const titles = new Map<string, readonly string[]>()
let root = ''
let files: DiskFiles

connection.onInitialize(({ workspaceFolders }: InitializeParams) => {
  root = fileURLToPath(workspaceFolders![0]!.uri)
  files = new DiskFiles(root, { info: () => {}, warn: () => {} })
  return {
    capabilities: {
      textDocumentSync: 2,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      workspaceSymbolProvider: true,
    },
  }
})
connection.onDidChangeWatchedFiles(({ changes }) => take(changes.map(({ uri }) => pathOf(uri))))
documents.onDidChangeContent(({ document }) => {
  const text = document.getText()
  const before = open.get(document.uri)
  open.set(document.uri, {
    text,
    facts: before ? skimEdited(stepsBetween(before.text, text), before.facts) : skim(text),
  })
})
connection.languages.diagnostics.on(() => {
  // The document that is open is answered first.
  if (!titles.size) setImmediate(() => take([...files.list()].filter(isMinutesFile)))
  return { kind: 'full', items: [] }
})
connection.onWorkspaceSymbol(({ query }) => {
  const found = [...titles].filter(([, all]) => all.some((title) => title.includes(query)))
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return found.map(([path]) => ({
    name: basename(path),
    kind: SymbolKind.File,
    location: { uri: pathToFileURL(`${root}/${path}`).toString(), range },
  }))
})
documents.listen(connection)
connection.listen()

function take(paths: readonly string[]): void {
  for (const path of paths)
    titles.set(
      path,
      skim(files.read(path) ?? '').headings.map(({ title }) => title),
    )
}

function pathOf(uri: string): string {
  return fileURLToPath(uri).slice(root.length + 1)
}
