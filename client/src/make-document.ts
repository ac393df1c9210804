import { l10n, Position, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { NewDocument } from '../../server/src/lsp/protocol.ts'
import { exists } from './exists.ts'

/** A file that has been made a moment ago. */
export interface MadeDocument {
  /** Takes it away again, with the folders that were made for it, unless somebody has typed into it. */
  discard(): Promise<void>
}

/** Makes a file, never in place of another, and shows it with the cursor where typing starts. Undo takes the file away again. `undefined` when it is not made. */
export async function makeDocument({ uri: written, text, position }: NewDocument): Promise<MadeDocument | undefined> {
  const uri = Uri.parse(written)
  const unsaved = workspace.textDocuments.find((document) => document.isUntitled && document.uri.path === uri.path)
  if (unsaved) {
    await showUnsaved(unsaved)
    return undefined
  }
  const contents = new TextEncoder().encode(text)
  const wasThere = await exists(uri)
  const missing = await missingFolders(uri)
  const edit = new WorkspaceEdit()
  edit.createFile(uri, { contents, overwrite: false, ignoreIfExists: false })
  if (!(await isMade(edit))) {
    const isTaken = wasThere || (await removePart(uri, contents))
    void window.showErrorMessage(reasonFor(uri, isTaken))
    return undefined
  }
  const start = new Position(position.line, position.character)
  // Whoever types at once types there: the file is not shown before the cursor has its place.
  const selection = new Range(start, start)
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false, selection })
  return { discard: () => discard(uri, text, missing) }
}

/** The folders around a file that are not there, the innermost first. */
async function missingFolders(file: Uri): Promise<Uri[]> {
  const missing: Uri[] = []
  for (let folder = Uri.joinPath(file, '..'); !(await exists(folder)); folder = Uri.joinPath(folder, '..')) {
    if (folder.path === missing.at(-1)?.path) break
    missing.push(folder)
  }
  return missing
}

async function discard(uri: Uri, text: string, folders: readonly Uri[]): Promise<void> {
  const document = await workspace.openTextDocument(uri)
  if (document.isDirty || document.getText() !== text) return
  const edit = new WorkspaceEdit()
  edit.deleteFile(uri)
  await workspace.applyEdit(edit)
  for (const folder of folders) {
    // What else has come into it stays.
    if (await isEmpty(folder)) await workspace.fs.delete(folder)
  }
}

async function isEmpty(folder: Uri): Promise<boolean> {
  return workspace.fs.readDirectory(folder).then(
    ({ length }) => length === 0,
    () => false,
  )
}

/** Two editors of one name would be saved one over the other. */
async function showUnsaved(document: TextDocument): Promise<void> {
  await window.showTextDocument(document, { preview: false })
  const name = workspace.asRelativePath(document.uri.path)
  void window.showInformationMessage(l10n.t('Save or close this editor first: it has the name {0} already.', name))
}

async function isMade(edit: WorkspaceEdit): Promise<boolean> {
  try {
    return await workspace.applyEdit(edit)
  } catch {
    return false
  }
}

/** Takes away what a full disk has kept of our file, if the disk allows that. The result is whether there is a file now that is not ours. */
async function removePart(uri: Uri, whole: Uint8Array): Promise<boolean> {
  if (!(await exists(uri))) return false
  try {
    const part = await workspace.fs.readFile(uri)
    if (part.length >= whole.length || part.some((byte, at) => byte !== whole[at])) return true
    await workspace.fs.delete(uri)
  } catch {
    // What the user should hear of is why the file could not be made.
  }
  return false
}

function reasonFor(uri: Uri, isTaken: boolean): string {
  const name = workspace.asRelativePath(uri)
  return isTaken
    ? l10n.t('Already there, and left as it is: {0}', name)
    : l10n.t('Folder read-only, or disk full? {0} cannot be made.', name)
}
