import { Disposable, workspace } from 'vscode'

/** So long nothing must have changed before anybody is told: whoever types is not waiting for views. */
const quietMilliseconds = 400

/** Tells when Markdown files have changed, on the disk or in an editor, and it is quiet. */
export class MinutesChange {
  private waiting: ReturnType<typeof setTimeout> | undefined
  private readonly ends: Disposable

  constructor(private readonly listener: () => void) {
    const files = workspace.createFileSystemWatcher('**/*.md')
    const soon = () => this.tellSoon()
    this.ends = Disposable.from(
      files,
      files.onDidCreate(soon),
      files.onDidChange(soon),
      files.onDidDelete(soon),
      workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'markdown' && soon()),
    )
  }

  /** The same after something else has changed. */
  tellSoon(): void {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(this.listener, quietMilliseconds)
  }

  dispose(): void {
    clearTimeout(this.waiting)
    this.ends.dispose()
  }
}
