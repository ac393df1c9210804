import type * as lsp from 'vscode-languageserver'
import { getOrInsert } from '../../core/collections.ts'
import type { Answers } from '../answers.ts'
import { onFreshFiles } from '../closed-files.ts'
import { pathOf } from '../convert.ts'
import { answering, type Context, type Feature } from '../feature.ts'
import { renameHost } from '../rename-host.ts'
import type { Located } from '../repositories.ts'
import { toWorkspaceEdit } from '../workspace-edit.ts'
import { everything } from './watched-files.ts'

/** `workspace/willRenameFiles`: the links to what moves, and those in it, follow; `workspace/didRenameFiles`: it has another path now. */
export const renameFiles: Feature = {
  capabilities: ({ capabilities: { workspace } }) => {
    const { willRename, didRename } = workspace?.fileOperations ?? {}
    const fileOperations = {
      ...(willRename && { willRename: everything }),
      ...(didRename && { didRename: everything }),
    }
    return { workspace: { fileOperations } }
  },
  register(context) {
    const { connection, repositories, renames } = context
    connection.workspace.onWillRenameFiles(
      answering(context, null, async (answers, { files }: lsp.RenameFilesParams): Promise<lsp.WorkspaceEdit | null> => {
        for (const { oldUri } of files) await repositories.whenRead(oldUri)
        const edits: lsp.WorkspaceEdit[] = []
        for (const moving of movingIn(files, context)) edits.push(await editOf(moving, context, answers))
        return merged(edits)
      }),
    )
    connection.workspace.onDidRenameFiles(({ files }) => {
      renames.end()
      repositories.filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]))
    })
  },
}

/** What moves within one repository. */
interface Moving {
  readonly located: Located
  readonly moves: Map<string, string>
}

/** No link can follow what leaves its repository. */
function movingIn(files: readonly lsp.FileRename[], { repositories }: Context): Iterable<Moving> {
  const found = new Map<string, Moving>()
  for (const { oldUri, newUri } of files) {
    const located = repositories.locate(oldUri)
    const to = located && pathOf(newUri, located.root)
    if (!to || to === located.path) continue
    getOrInsert(found, located.root, () => ({ located, moves: new Map() })).moves.set(located.path, to)
  }
  return found.values()
}

async function editOf(
  { located, moves }: Moving,
  context: Context,
  { editsOfMoves }: Answers,
): Promise<lsp.WorkspaceEdit> {
  const { workspace } = located
  const host = await renameHost(located, context)
  const changes = onFreshFiles(
    () => {
      const edits = editsOfMoves(moves, workspace.repository, host)
      return { edits: edits.filter(({ path }) => !context.renames.has(path, moves, workspace)) }
    },
    located,
    context.repositories,
  )
  return toWorkspaceEdit(changes!, located, context)
}

function merged(edits: readonly lsp.WorkspaceEdit[]): lsp.WorkspaceEdit | null {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? [])
  if (documentChanges.length) return { documentChanges }
  const changes = Object.assign({}, ...edits.map((edit) => edit.changes)) as NonNullable<lsp.WorkspaceEdit['changes']>
  return Object.keys(changes).length ? { changes } : null
}
