import type * as lsp from 'vscode-languageserver'
import type { NewFile } from '../core/authoring/new-minutes/new-minutes.ts'
import { replace } from '../core/text/edit.ts'
import { Places, uriOf } from './convert.ts'
import type { ClientFacts } from './feature.ts'
import type { NewDocument } from './protocol.ts'
import type { Folder } from './repositories.ts'

/** What the user of a client that makes no files is told. */
export const makesNoFiles =
  'This editor does not make files for a language server. Run "minutes help" in a terminal: it tells how to do the same there.'

/** Whether a client can make a file. */
export function canMakeFiles({ capabilities: { workspace } }: ClientFacts): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {}
  return documentChanges === true && resourceOperations?.includes('create') === true
}

/** A file that is to be made, for a client that can. */
export function toNewDocument(
  { path, text, cursor }: NewFile,
  { root, units: { encoding } }: Pick<Folder, 'root' | 'units'>,
): NewDocument {
  const uri = uriOf(root, path)
  const written = new Places('', encoding).textEdit(replace({ start: 0, end: 0 }, text))
  const edit: lsp.WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [written] },
    ],
  }
  return { uri, text, edit, position: new Places(text, encoding).position(cursor) }
}
