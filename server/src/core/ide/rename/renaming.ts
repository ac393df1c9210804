import type { Minutes } from '../../minutes/minutes.ts'
import type { FileEdit } from '../../repository/fix.ts'

/** What a new name changes. */
export interface Renaming {
  readonly edits: readonly FileEdit[]
  /** A file or folder to rename once the edits, which name the old paths, are made. */
  readonly rename?: { readonly from: string; readonly to: string }
  /** Whether a person should look at what changes in other files than the one that they are in. */
  readonly reachesFar?: boolean
  /** What no new name undoes, because the name is somebody's already: a whole sentence. Nobody should do it without having read that. */
  readonly unites?: string
}

/** Why there is no new name, and what to do: whole sentences. */
export interface Refusal {
  readonly refused: string
}

/** The files of a repository as they are now, and what their host does with them. */
export interface RenameHost {
  /** `undefined` for what is no Markdown. */
  readonly minutes: (path: string) => Minutes | undefined
  text(path: string): string | undefined
  /** Whether the file system has such a file, however it is capitalised where that makes no difference. */
  exists(path: string): boolean
  /** Whether the editor itself mends the relative paths in what moves, and those that lead there. */
  mendsPaths(from: string, to: string): boolean
}
