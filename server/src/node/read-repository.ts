import type { Repository } from '../core/repository/repository.ts'
import type { Workspace } from '../core/workspace.ts'
import { openWorkspace } from './open-workspace.ts'
import { printable } from './printable.ts'
import { findRoots } from './roots.ts'
import type { Terminal } from './terminal.ts'

/** The repository around a path, by default the current folder, read. What cannot be read of it is told on the terminal, once. */
export function readRepository(
  terminal: Terminal,
  path = '.',
): {
  readonly workspace: Workspace
  readonly repository: Repository
  /** Its absolute path. */
  readonly top: string
  /** The path, relative to the repository, with `/`. */
  readonly here: string
  /** Whether all of it could be read. */
  readonly isWhole: boolean
} {
  const { folder, paths } = findRoots([path], terminal.cwd)[0]!
  const unread = new Set<string>()
  const workspace = openWorkspace(folder, (problem) => unread.add(problem))
  for (const _ of workspace.read());
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  const { repository } = workspace
  return { workspace, repository, top: folder, here: paths[0]!, isWhole: unread.size === 0 }
}
