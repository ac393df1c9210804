import type { FileEdit } from '../../repository/fix.ts'
import type { Moves } from '../../repository/moves.ts'
import { moveEdits } from '../../repository/rename.ts'
import type { Repository } from '../../repository/repository.ts'
import { settingsFile } from '../../settings/settings.ts'
import type { RenameHost } from './renaming.ts'
import { withFolders } from './settings-edits.ts'

/** What keeps links alive, and `.minutes.json` true, when files and folders move. Edits name the old paths. */
export function editsOfMoves(moves: Moves, repository: Repository, host: RenameHost): FileEdit[] {
  const mended = [...moves].filter(([from, to]) => host.mendsPaths(from, to)).map(([from]) => from)
  return [...moveEdits(repository, moves, new Set(mended)), ...withFolders(host.text(settingsFile), moves)]
}
