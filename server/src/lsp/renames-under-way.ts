import { applyEdits } from '../core/text/edit.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Changes } from './workspace-edit.ts'

/**
 * The change with a new name for a file that the client was given last. A client that makes it asks, when it comes to the file, what else
 * has to change: nothing in the files that are already as they must be.
 */
export class RenamesUnderWay {
  #texts: ReadonlyMap<string, string> = new Map()
  #workspace: Workspace | undefined

  /** The client is given changes. */
  expect({ edits, rename }: Changes, workspace: Workspace): void {
    if (!rename) return
    this.#workspace = workspace
    const paths = new Set(edits.map(({ path }) => path))
    const after = (path: string) =>
      applyEdits(
        workspace.text(path) ?? '',
        edits.filter((edit) => edit.path === path),
      )
    this.#texts = new Map([...paths].map((path) => [path, after(path)]))
  }

  /** Whether the client has already changed a file. */
  has(path: string, workspace: Workspace): boolean {
    return this.#workspace === workspace && this.#texts.has(path) && this.#texts.get(path) === workspace.text(path)
  }

  /** Files have been renamed. */
  end(): void {
    this.#texts = new Map()
  }
}
