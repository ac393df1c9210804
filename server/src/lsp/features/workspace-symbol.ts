import type * as lsp from 'vscode-languageserver'
import type { SymbolQuery } from '../../core/ide/symbols/find-symbols.ts'
import type { Answers } from '../answers.ts'
import { rangeIn, urisIn } from '../convert.ts'
import { answering, type Context, type Feature } from '../feature.ts'
import type { Folder } from '../repositories.ts'
import { symbolKinds } from '../symbol-kinds.ts'

/** `workspace/symbol`: meetings, topics and actions of all repositories, by their names. */
export const workspaceSymbol: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(context) {
    const { connection, repositories } = context
    connection.onWorkspaceSymbol(
      answering(
        context,
        [],
        async (answers, { query }: lsp.WorkspaceSymbolParams): Promise<lsp.SymbolInformation[]> => {
          await repositories.whenAllReady()
          const most = mostOf(query)
          const found = repositories.folders.flatMap((folder) =>
            foundIn(folder, { text: query, most }, context, answers),
          )
          return answers.bestOf(found, most).map(({ symbol }) => symbol)
        },
      ),
    )
  },
}

interface Found {
  readonly rank: number
  readonly symbol: lsp.SymbolInformation
}

/** Of a folder within another one each file is found once, where it belongs. */
function foundIn(
  { root, workspace, units }: Folder,
  query: Pick<SymbolQuery, 'text' | 'most'>,
  { client, repositories }: Context,
  { findSymbols }: Answers,
): Found[] {
  const { hostReadsMarkdown, capabilities } = client
  const { repository } = workspace
  const kindOf = symbolKinds(capabilities.workspace?.symbol?.symbolKind?.valueSet)
  const uriOf = urisIn(root)
  const found = findSymbols({ ...query, hostReadsMarkdown }, repository).map(
    ({ kind, name, container, path, span, rank }): Found => {
      const { lines } = repository.summary(path)!
      const location = {
        uri: uriOf(path),
        range: rangeIn(
          lines,
          span,
          units.of(lines, () => workspace.text(path)),
        ),
      }
      return { rank, symbol: { name, kind: kindOf(kind), location, ...(container && { containerName: container }) } }
    },
  )
  if (repositories.folders.length === 1) return found
  return found.filter(({ symbol }) => repositories.locate(symbol.location.uri)?.workspace === workspace)
}

/** Nobody reads more, and whoever has typed a letter or two types on: editors ask again then. */
function mostOf(query: string): number {
  return query.trim().length < 3 ? 100 : 500
}
