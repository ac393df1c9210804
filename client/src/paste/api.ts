import * as vscode from 'vscode'

/** What VS Code offers one of several edits as: `markdown.link.image` is a kind of `markdown.link`. */
export interface EditKind {
  append(...parts: string[]): EditKind
}

export interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit
  yieldTo?: readonly EditKind[]
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>
}

/** VS Code's API for pasting, as far as it is used here. The oldest VS Code in which the extension runs has none. */
interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: EditKind) => PasteEdit
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind; readonly Text: EditKind }
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly EditKind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable
    registerDocumentDropEditProvider(
      selector: vscode.DocumentSelector,
      provider: vscode.DocumentDropEditProvider,
      metadata: { readonly providedDropEditKinds: readonly EditKind[]; readonly dropMimeTypes: readonly string[] },
    ): vscode.Disposable
  }
}

/** `undefined` in a VS Code that lets no extension paste: before 1.97 it throws, although all of this seems to be there. */
export const pasteApi: PasteApi | undefined = isAtLeast(1, 97) ? (vscode as unknown as PasteApi) : undefined

function isAtLeast(major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = vscode.version.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}
