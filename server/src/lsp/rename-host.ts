import type { RenameHost } from '../core/ide/rename/renaming.ts'
import { fitsAny } from '../core/text/glob.ts'
import type { Context } from './feature.ts'
import type { Located } from './repositories.ts'

/** What renaming asks of a workspace, and of the editor as it is set by now. */
export async function renameHost({ workspace }: Pick<Located, 'workspace'>, context: Context): Promise<RenameHost> {
  const settings = await mending(context)
  return {
    minutes: (path) => workspace.minutes(path),
    text: (path) => workspace.text(path),
    exists: (path) => workspace.exists(path),
    mendsPaths: (from, to) => (workspace.repository.files.has(from) ? settings.fits(to) : settings.folders),
  }
}

interface Mending {
  /** Whether files with a path are mended. */
  readonly fits: (path: string) => boolean
  readonly folders: boolean
}

const mendsNothing: Mending = { fits: () => false, folders: false }

/** What VS Code's own Markdown extension mends when files have moved: nothing, unless somebody has switched that on. */
async function mending({ connection, client }: Context): Promise<Mending> {
  if (!client.hostReadsMarkdown || !client.capabilities.workspace?.configuration) return mendsNothing
  const settings: unknown = await connection.workspace.getConfiguration('markdown.updateLinksOnFileMove')
  const { enabled, include, enableForDirectories } = (settings ?? {}) as Readonly<Record<string, unknown>>
  if (enabled !== 'prompt' && enabled !== 'always') return mendsNothing
  const patterns = (Array.isArray(include) ? include : []).filter((pattern) => typeof pattern === 'string' && pattern)
  return { fits: fitsAny(patterns), folders: enableForDirectories !== false }
}
