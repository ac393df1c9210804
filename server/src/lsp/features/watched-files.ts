import * as lsp from 'vscode-languageserver'
import type { ClientFacts, Context, Feature } from '../feature.ts'

/** `workspace/didChangeWatchedFiles`: files that appear, change and vanish, whether or not the editor did it. */
export const watchedFiles: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, repositories, client, whenInitialized } = context
    connection.onDidChangeWatchedFiles(({ changes }) => {
      repositories.filesChanged(changes.map(({ uri }) => uri))
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
