import type { Refusal } from '../core/ide/rename/renaming.ts'
import { settingsFile } from '../core/settings/settings.ts'
import { uriOf } from './convert.ts'
import type { Located, Repositories } from './repositories.ts'
import type { Changes } from './workspace-edit.ts'

/**
 * What `make` makes of files as they are now: places in those that are not open are those of the disk, whatever has been told of it. It is
 * called a second time when files have been read anew, which others are told of.
 */
export function onFreshFiles<Made extends Pick<Changes, 'edits'> | Refusal>(
  make: () => Made | undefined,
  { root }: Pick<Located, 'root'>,
  repositories: Repositories,
): Made | undefined {
  const made = make()
  const edits = made && 'edits' in made ? made.edits : []
  const paths = new Set(edits.map(({ path }) => path))
  // The settings are read from the disk whenever they are asked for.
  const closed = [...paths].filter((path) => path !== settingsFile && !repositories.document(uriOf(root, path)))
  return repositories.filesChanged(closed.map((path) => uriOf(root, path))) ? make() : made
}
