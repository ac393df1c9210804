import * as lsp from 'vscode-languageserver'
import type { Refusal, Renaming } from '../../core/ide/rename/renaming.ts'
import { onFreshFiles } from '../closed-files.ts'
import { answering, type ClientFacts, type Feature } from '../feature.ts'
import { asked } from '../navigation.ts'
import { renameHost } from '../rename-host.ts'
import { asksBefore, canMake, toWorkspaceEdit } from '../workspace-edit.ts'

/** `textDocument/prepareRename` and `textDocument/rename`: of a heading, a handle, or what a link leads to, with all that leads there. */
export const rename: Feature = {
  capabilities: ({ capabilities }) => ({
    renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register(context) {
    const { connection, client } = context
    connection.onPrepareRename(
      answering(context, null, async ({ renamableAt }, params: lsp.PrepareRenameParams) => {
        const { document, place } = (await asked(params, context)) ?? {}
        const found = place && renamableAt(place, (path) => document!.workspace.minutes(path))
        if (!found) return null
        if ('refused' in found) return failure(found)
        return { range: document!.places.range(found.span), placeholder: found.name }
      }),
    )
    connection.onRenameRequest(
      answering(context, null, async ({ renamedAt }, params: lsp.RenameParams) => {
        // An answer that leaves out files would leave their links dead.
        await context.repositories.whenRead(params.textDocument.uri)
        const located = context.repositories.locate(params.textDocument.uri)
        // While the editor is asked how it is set, the document may change.
        const host = located && (await renameHost(located, context))
        const { document, place } = (host && (await asked(params, context))) ?? {}
        if (!place) return null
        const renamed = onFreshFiles(() => renamedAt(place, params.newName, host!), document!, context.repositories)
        if (!renamed) return null
        if ('refused' in renamed) return failure(renamed)
        const refused = whyNot(renamed, client)
        return refused ? failure(refused) : toWorkspaceEdit(renamed, document!, context)
      }),
    )
  },
}

function failure({ refused }: Refusal): lsp.ResponseError<void> {
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, refused)
}

/** What the client cannot do, or cannot ask its user before it does. */
function whyNot(renaming: Renaming, client: ClientFacts): Refusal | undefined {
  const { rename, unites } = renaming
  if (!canMake(renaming, client))
    return {
      refused: `This editor renames no files when a server asks for it. Rename ${rename!.from} by other means, and the links to it after that.`,
    }
  if (unites !== undefined && !asksBefore(client.capabilities))
    return { refused: `${unites} Write another name, or change the handles one by one.` }
  return undefined
}
