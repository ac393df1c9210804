import { fileURLToPath } from 'node:url'
import * as lsp from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Folder } from './folder.ts'

/** Does with the files of the disk what an edit says, in its order. */
export function apply(edit: lsp.WorkspaceEdit | null | undefined, folder: Folder): void {
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(folder, uri, edits)
  for (const one of edit?.documentChanges ?? []) {
    if (lsp.TextDocumentEdit.is(one)) change(folder, one.textDocument.uri, one.edits as lsp.TextEdit[])
    else if (lsp.RenameFile.is(one)) folder.rename(pathIn(folder, one.oldUri), pathIn(folder, one.newUri))
  }
}

/** The files that an edit changes, by their paths, each with how many places. */
export function counts(edit: lsp.WorkspaceEdit | null | undefined, folder: Folder): Record<string, number> {
  const documents = (edit?.documentChanges ?? []).filter((one) => lsp.TextDocumentEdit.is(one))
  return Object.fromEntries(
    documents.map(({ textDocument, edits }) => [pathIn(folder, textDocument.uri), edits.length]),
  )
}

function change(folder: Folder, uri: string, edits: readonly lsp.TextEdit[]): void {
  const path = pathIn(folder, uri)
  const document = TextDocument.create(uri, 'markdown', 1, folder.read(path))
  folder.write(path, TextDocument.applyEdits(document, [...edits]))
}

function pathIn(folder: Folder, uri: string): string {
  return fileURLToPath(uri).slice(folder.root.length + 1)
}
