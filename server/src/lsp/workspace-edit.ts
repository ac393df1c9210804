import type * as lsp from 'vscode-languageserver'
import { getOrInsert } from '../core/collections.ts'
import type { Fix } from '../core/repository/fix.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { Places, uriOf } from './convert.ts'
import type { ClientFacts, Context } from './feature.ts'
import type { Located } from './repositories.ts'

/** What a fix or a new name changes. */
export interface Changes extends Pick<Fix, 'edits' | 'rename' | 'save'> {
  /** Whether a person should look at what changes in other files than the one that they are in. */
  readonly reachesFar?: boolean
  /** What a person should know before they agree. */
  readonly unites?: string
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
  { root, path: own, workspace, units }: Located,
  { repositories, client: { capabilities }, renames }: Context,
): lsp.WorkspaceEdit {
  const { edits, rename, reachesFar, unites } = changes
  const mayAsk = unites !== undefined || (reachesFar === true && edits.some(({ path }) => path !== own))
  const asks = mayAsk && asksBefore(capabilities)
  const documents = [...grouped(edits)].map(([path, changes]): lsp.TextDocumentEdit => {
    const open = repositories.document(uriOf(root, path))
    const uri = open?.uri ?? uriOf(root, path)
    const places = open?.places ?? new Places(workspace.text(path) ?? '', units.encoding)
    return {
      textDocument: { uri, version: open?.version ?? null },
      edits: [
        ...(asks && path === own ? [asking(places, changes)] : []),
        ...changes.map((change) => places.textEdit(change)),
      ],
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
    ...(asks && { changeAnnotations: { [elsewhere]: annotationOf(unites) } }),
  }
}

const elsewhere = 'elsewhere'

function annotationOf(unites: string | undefined): lsp.ChangeAnnotation {
  return { label: unites ?? 'Look at what changes in other files', needsConfirmation: true }
}

/**
 * Clients show everything before they do anything that needs to be confirmed, and leave that out until somebody has ticked it. So it is
 * nothing that needs to be: whoever agrees with the rest has no file to tick.
 */
function asking(places: Places, [first]: readonly TextEdit[]): lsp.AnnotatedTextEdit {
  const { start } = first!.span
  return { ...places.textEdit({ span: { start, end: start }, newText: '' }), annotationId: elsewhere }
}

/** Whether the client shows its user what a new name changes before it does. */
export function asksBefore({ workspace, textDocument }: lsp.ClientCapabilities): boolean {
  const { documentChanges, changeAnnotationSupport } = workspace?.workspaceEdit ?? {}
  return documentChanges === true && !!changeAnnotationSupport && textDocument?.rename?.honorsChangeAnnotations === true
}

function renameFile(root: string, { from, to }: NonNullable<Changes['rename']>): lsp.RenameFile {
  return { kind: 'rename', oldUri: uriOf(root, from), newUri: uriOf(root, to), options: { overwrite: false } }
}

function grouped(edits: Changes['edits']): Map<string, TextEdit[]> {
  const byPath = new Map<string, TextEdit[]>()
  for (const edit of edits) getOrInsert(byPath, edit.path, () => []).push(edit)
  return byPath
}
