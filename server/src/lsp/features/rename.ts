import * as lsp from 'vscode-languageserver'
import { renamableAt, renamedAt } from '../../core/ide/rename/rename.ts'
import type { Refusal, Renaming } from '../../core/ide/rename/renaming.ts'
import { onFreshFiles } from '../closed-files.ts'
import { type Feature, guarded } from '../feature.ts'
import { asked } from '../navigation.ts'
import { renameHost } from '../rename-host.ts'
import { canMake, toWorkspaceEdit } from '../workspace-edit.ts'

/** `textDocument/prepareRename` and `textDocument/rename`: of a heading, a handle, or what a link leads to, with all that leads there. */
export const rename: Feature = {
  capabilities: ({ capabilities }) => ({
    renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register(context) {
    const { connection, client } = context
    connection.onPrepareRename(
      guarded(context, null, async (params: lsp.PrepareRenameParams) => {
        const { document, place } = (await asked(params, context)) ?? {}
        const found = place && renamableAt(place, (path) => document!.workspace.minutes(path))
        if (!found) return null
        if ('refused' in found) return failure(found)
        return { range: document!.places.range(found.span), placeholder: found.name }
      }),
    )
    connection.onRenameRequest(
      guarded(context, null, async (params: lsp.RenameParams) => {
        const located = context.repositories.locate(params.textDocument.uri)
        // While the editor is asked how it is set, the document may change.
        const host = located && (await renameHost(located, context))
        const { document, place } = (host && (await asked(params, context))) ?? {}
        if (!place) return null
        const renamed = onFreshFiles(() => renamedAt(place, params.newName, host!), document!, context.repositories)
        if (!renamed) return null
        if ('refused' in renamed) return failure(renamed)
        return canMake(renamed, client) ? toWorkspaceEdit(renamed, document!, context) : failure(cannotRename(renamed))
      }),
    )
  },
}

function failure({ refused }: Refusal): lsp.ResponseError<void> {
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, refused)
}

function cannotRename({ rename }: Renaming): Refusal {
  return {
    refused: `This editor renames no files when a server asks for it. Rename ${rename!.from} by other means, and the links to it after that.`,
  }
}
