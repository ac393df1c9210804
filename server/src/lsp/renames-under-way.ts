import { fingerprintOf } from '../core/repository/fingerprint.ts'
import { applyEdits } from '../core/text/edit.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Changes } from './workspace-edit.ts'

/**
 * The change with a new name for a file that the client was given last. A client that makes it asks, when it comes to the file, what else
 * has to change: nothing in the files that are already as they must be.
 */
export class RenamesUnderWay {
  /** What the text of each file is to be. */
  #texts: ReadonlyMap<string, number> = new Map()
  #workspace: Workspace | undefined

  /** The client is given changes. */
  expect({ edits, rename }: Changes, workspace: Workspace): void {
    if (!rename) return
    const paths = new Set(edits.map(({ path }) => path))
    const after = (path: string) => {
      const own = edits.filter((edit) => edit.path === path)
      return fingerprintOf(applyEdits(workspace.text(path) ?? '', own)).exact
    }
    this.#workspace = workspace
    this.#texts = new Map([...paths].map((path) => [path, after(path)]))
  }

  /** Whether the client has already changed a file. */
  has(path: string, workspace: Workspace): boolean {
    const expected = this.#workspace === workspace ? this.#texts.get(path) : undefined
    return expected !== undefined && expected === fingerprintOf(workspace.text(path) ?? '').exact
  }

  /** Files have been renamed. */
  end(): void {
    this.#texts = new Map()
    this.#workspace = undefined
  }
}
