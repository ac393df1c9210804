import assert from 'node:assert/strict'
import * as vscode from 'vscode'

type Falsy = false | 0 | '' | null | undefined

/** URI of a file of the open folder. */
export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path)
}

export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)))
}

/** The rules that are broken in a file, each with its line as people count it: `19 stale-minutes-line`. */
export function findings(path: string): string[] {
  return vscode.languages
    .getDiagnostics(fileUri(path))
    .filter((diagnostic) => diagnostic.source === 'minutes')
    .map(({ range, code }) => `${range.start.line + 1} ${typeof code === 'object' ? code.value : code}`)
}

/** Waits until a file has exactly these findings. */
export async function expectFindings(path: string, expected: string[]): Promise<void> {
  await until(() => findings(path).join() === expected.join()).catch(() => assert.deepEqual(findings(path), expected))
}

/** Waits until a function answers with something, and returns that. VS Code's answers may come back empty while it gets ready. */
export async function until<T>(answer: () => T | PromiseLike<T>): Promise<Exclude<T, Falsy>> {
  const end = Date.now() + 10_000
  for (;;) {
    const value = await answer()
    if (value) return value as Exclude<T, Falsy>
    assert.ok(Date.now() < end, `This never happened: ${answer}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The code action with this title at the first occurrence of a text, once it is offered. */
export function codeAction(
  editor: vscode.TextEditor,
  at: string,
  title: RegExp,
  kind?: string,
): Promise<vscode.CodeAction> {
  const start = editor.document.positionAt(editor.document.getText().indexOf(at))
  return until(async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(start, start),
      kind,
      10,
    )
    return actions.find((action) => title.test(action.title))
  })
}

/** Applies a code action as a click on it would. */
export async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit), 'VS Code refused the edit.')
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}

/** Replaces the first occurrence of a text, which an editor may show a moment after what it had before has been thrown away. */
export async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  await until(() => editor.document.getText().includes(old))
  const offset = editor.document.getText().indexOf(old)
  const range = new vscode.Range(editor.document.positionAt(offset), editor.document.positionAt(offset + old.length))
  await editor.edit((edit) => edit.replace(range, text))
}

/**
 * Throws away what was typed into the open files, and closes them. While one editor follows another, none is active: what is left then would be
 * there for the next test as it was typed.
 */
export async function closeAll(): Promise<void> {
  const isOpen = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)
  await until(async () => {
    if (isOpen()) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    return !isOpen()
  })
}
