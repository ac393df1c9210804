import type * as lsp from 'vscode-languageserver'
import type { Fix } from '../core/repository/fix.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { Places, uriOf } from './convert.ts'
import type { ClientFacts } from './feature.ts'
import type { Located, Repositories } from './repositories.ts'

/** What a fix changes. */
export type Changes = Pick<Fix, 'edits' | 'rename' | 'save'>

/** Whether the client can make a change: not all rename files, or store pictures. */
export function canMake(
  { rename, save }: Changes,
  { capabilities: { workspace }, savesPictures }: ClientFacts,
): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {}
  if (save && !savesPictures) return false
  return !rename || (documentChanges === true && resourceOperations?.includes('rename') === true)
}

/**
 * The edit that makes a change which the client can make. Every part carries the version of the document that it was made for, so that a
 * client refuses it when the document has changed meanwhile.
 */
export function toWorkspaceEdit(
  { edits, rename }: Changes,
  { root, workspace }: Pick<Located, 'root' | 'workspace'>,
  repositories: Repositories,
  client: lsp.ClientCapabilities,
): lsp.WorkspaceEdit {
  const documents = [...grouped(edits)].map(([path, changes]): lsp.TextDocumentEdit => {
    const open = repositories.document(uriOf(root, path))
    const uri = open?.uri ?? uriOf(root, path)
    const places = open?.places ?? new Places(workspace.text(path) ?? '')
    return {
      textDocument: { uri, version: open?.version ?? null },
      edits: changes.map((change) => places.textEdit(change)),
    }
  })
  if (!client.workspace?.workspaceEdit?.documentChanges)
    return {
      changes: Object.fromEntries(
        documents.map(({ textDocument, edits }) => [textDocument.uri, edits as lsp.TextEdit[]]),
      ),
    }
  const operation: lsp.RenameFile[] = rename
    ? [
        {
          kind: 'rename',
          oldUri: uriOf(root, rename.from),
          newUri: uriOf(root, rename.to),
          options: { overwrite: false },
        },
      ]
    : []
  return { documentChanges: [...documents, ...operation] }
}

function grouped(edits: Changes['edits']): Map<string, TextEdit[]> {
  const byPath = new Map<string, TextEdit[]>()
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit])
  return byPath
}
