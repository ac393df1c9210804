import { folderOf } from '../text/path.ts'
import type { FileSet } from './files.ts'

/** The new paths of files and folders that are renamed or moved, by their old ones. What stands in a folder moves with it. */
export type Moves = ReadonlyMap<string, string>

/** Where a file or folder is after the moves. */
export function movedPath(moves: Moves, path: string): string {
  const mover = moverOf(moves, path)
  return mover === undefined ? path : moves.get(mover)! + path.slice(mover.length)
}

/** The old path of what is renamed when the path of a file or folder changes: its own, or that of a folder around it. */
export function moverOf(moves: Moves, path: string): string | undefined {
  for (let at = path; at; at = folderOf(at)) if (moves.has(at)) return at
  return undefined
}

/** All files and folders whose paths change. */
export function pathsThatMove(moves: Moves, files: FileSet): Set<string> {
  const paths = new Set(moves.keys())
  // Only of a folder something else moves too.
  if ([...paths].every((path) => files.has(path))) return paths
  for (const file of files) {
    if (movedPath(moves, file) === file) continue
    for (let at = file; !moves.has(at) && !paths.has(at); at = folderOf(at)) paths.add(at)
  }
  return paths
}
