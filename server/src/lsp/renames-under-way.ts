import { fingerprintOf } from '../core/repository/fingerprint.ts'
import type { Moves } from '../core/repository/moves.ts'
import { applyEdits } from '../core/text/edit.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Changes } from './workspace-edit.ts'

/**
 * The changes with a new name for a file that the client has been given. A client that makes one of them asks, when it comes to the file, what
 * else has to change: nothing in the files that are already as they must be.
 */
export class RenamesUnderWay {
  /** By the old and the new path. */
  readonly #given = new Map<string, Given>()

  /** The client is given changes, one of several perhaps. */
  expect({ edits, rename }: Changes, workspace: Workspace): void {
    if (!rename) return
    const paths = new Set(edits.map(({ path }) => path))
    const after = (path: string) => {
      const own = edits.filter((edit) => edit.path === path)
      return fingerprintOf(applyEdits(workspace.text(path) ?? '', own)).exact
    }
    const texts = new Map([...paths].map((path) => [path, after(path)]))
    this.#given.set(keyOf(rename.from, rename.to), { workspace, texts })
  }

  /** Whether the client, which is about to make moves, has already changed a file. */
  has(path: string, moves: Moves, workspace: Workspace): boolean {
    const isSo = (given: Given | undefined) => {
      const expected = given?.workspace === workspace ? given.texts.get(path) : undefined
      return expected !== undefined && expected === fingerprintOf(workspace.text(path) ?? '').exact
    }
    return [...moves].some(([from, to]) => isSo(this.#given.get(keyOf(from, to))))
  }

  /** Files have been renamed. */
  end(): void {
    this.#given.clear()
  }
}

interface Given {
  readonly workspace: Workspace
  /** What the text of each file is to be. */
  readonly texts: ReadonlyMap<string, number>
}

/** No path has a line end in it. */
function keyOf(from: string, to: string): string {
  return `${from}\n${to}`
}
