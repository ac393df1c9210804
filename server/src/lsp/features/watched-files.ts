import * as lsp from 'vscode-languageserver'
import type { ClientFacts, Context, Feature } from '../feature.ts'

/** Files and folders of any name. */
export const everything: lsp.FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] }

/**
 * `workspace/didChangeWatchedFiles`: files that appear, change and vanish, whether or not the editor did it. `workspace/didCreateFiles` tells of
 * those that the editor makes at once: a picture is there when the text shows it.
 */
export const watchedFiles: Feature = {
  capabilities: ({ capabilities: { workspace } }) => {
    const fileOperations = { ...(workspace?.fileOperations?.didCreate && { didCreate: everything }) }
    return { workspace: { fileOperations } }
  },
  register(context) {
    const { connection, repositories, client, whenInitialized } = context
    connection.onDidChangeWatchedFiles(({ changes }) => {
      repositories.filesChanged(changes.map(({ uri }) => uri))
    })
    connection.workspace.onDidCreateFiles(({ files }) => {
      repositories.filesChanged(files.map(({ uri }) => uri))
    })
    whenInitialized(() => {
      if (canWatch(client)) return register(context)
      repositories.watch()
    })
  },
}

function canWatch({ capabilities }: ClientFacts): boolean {
  return capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
}

/** Every file counts, pictures and folders too: links lead to them. */
async function register({ connection }: Context): Promise<void> {
  const watchers = [{ globPattern: '**/*' }, { globPattern: '**/.minutes.json' }]
  await connection.client.register(lsp.DidChangeWatchedFilesNotification.type, { watchers })
}
