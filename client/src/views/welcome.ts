import { commands, Disposable, window } from 'vscode'

/**
 * The context key by which the manifest shows who has no minutes yet how to begin: `some` where there are minutes, `none` where there are none and
 * Markdown is all there is, nothing elsewhere and as long as nobody knows.
 */
const hereKey = 'minutes.here'

/** The view of a folder without minutes, collapsed below its files. It has no rows, and what it says stands in the manifest: nothing is started for it. */
export function showWelcome(): Disposable {
  const treeDataProvider = { getChildren: () => [], getTreeItem: (nothing: never) => nothing }
  const view = window.createTreeView<never>('minutes.welcome', { treeDataProvider })
  return Disposable.from(view, new Disposable(() => tellWhetherMinutesAreHere(undefined)))
}

/** Says whether the workspace holds minutes, once that is known. */
export function tellWhetherMinutesAreHere(here: 'some' | 'none' | undefined): void {
  void commands.executeCommand('setContext', hereKey, here)
}
