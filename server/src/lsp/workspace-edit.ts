import type * as lsp from 'vscode-languageserver'
import type { Fix } from '../core/repository/fix.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { Places, uriOf } from './convert.ts'
import type { ClientFacts, Context } from './feature.ts'
import type { Located } from './repositories.ts'

/** What a fix or a new name changes. */
export interface Changes extends Pick<Fix, 'edits' | 'rename' | 'save'> {
  /** Whether a person should look at what changes in other files than the one that they are in. */
  readonly reachesFar?: boolean
}

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
  changes: Changes,
  { root, path: own, workspace }: Located,
  { repositories, client: { capabilities }, renames }: Context,
): lsp.WorkspaceEdit {
  const { edits, rename, reachesFar } = changes
  const asks = reachesFar === true && asksBefore(capabilities)
  const documents = [...grouped(edits)].map(([path, changes]): lsp.TextDocumentEdit => {
    const open = repositories.document(uriOf(root, path))
    const uri = open?.uri ?? uriOf(root, path)
    const places = open?.places ?? new Places(workspace.text(path) ?? '')
    return {
      textDocument: { uri, version: open?.version ?? null },
      edits: changes.map((change) => ({ ...places.textEdit(change), ...(asks && path !== own && elsewhere) })),
    }
  })
  if (!capabilities.workspace?.workspaceEdit?.documentChanges)
    return {
      changes: Object.fromEntries(
        documents.map(({ textDocument, edits }) => [textDocument.uri, edits as lsp.TextEdit[]]),
      ),
    }
  renames.expect(changes, workspace)
  return {
    documentChanges: [...documents, ...(rename ? [renameFile(root, rename)] : [])],
    ...(asks && { changeAnnotations: { [elsewhere.annotationId]: annotation } }),
  }
}

const elsewhere = { annotationId: 'elsewhere' }
const annotation: lsp.ChangeAnnotation = { label: 'In other files', needsConfirmation: true }

/** Whether the client shows its user what a new name changes before it does. */
function asksBefore({ workspace, textDocument }: lsp.ClientCapabilities): boolean {
  const { documentChanges, changeAnnotationSupport } = workspace?.workspaceEdit ?? {}
  return documentChanges === true && !!changeAnnotationSupport && textDocument?.rename?.honorsChangeAnnotations === true
}

function renameFile(root: string, { from, to }: NonNullable<Changes['rename']>): lsp.RenameFile {
  return { kind: 'rename', oldUri: uriOf(root, from), newUri: uriOf(root, to), options: { overwrite: false } }
}

function grouped(edits: Changes['edits']): Map<string, TextEdit[]> {
  const byPath = new Map<string, TextEdit[]>()
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit])
  return byPath
}
