import { type Disposable, type Event, extensions, workspace } from 'vscode'

/** What is used of VS Code's own git extension. */
interface Git {
  getAPI(version: 1): GitApi
}

interface GitApi {
  readonly repositories: readonly { getConfig(key: string): Promise<string> }[]
  readonly onDidOpenRepository: Event<unknown>
}

/**
 * The names and addresses by which git knows the user, as VS Code's git extension tells them; none where it is off, as in a browser, or
 * where the folder is in no git repository. The setting `minutes.me` counts more, and the server has it.
 */
export async function namesInGit(): Promise<string[]> {
  if (workspace.getConfiguration('minutes').get<string[]>('me')?.length) return []
  try {
    const [repository] = gitApi()?.repositories ?? []
    const known = repository
      ? await Promise.all(['user.name', 'user.email'].map((key) => repository.getConfig(key)))
      : []
    return known.filter(Boolean)
  } catch {
    return []
  }
}

/** Calls `listener` whenever the git extension has found a repository: it begins when Minutes does, and may take longer. The result ends that. */
export function whenGitKnows(listener: () => void): Disposable {
  let current: Disposable | undefined
  let ended = false
  const begin = async () => {
    await extensions.getExtension<Git>('vscode.git')?.activate()
    if (ended) return
    const api = gitApi()
    current = api?.onDidOpenRepository(listener)
    if (api?.repositories.length) listener()
  }
  void begin().catch(() => {})
  return {
    dispose() {
      ended = true
      current?.dispose()
    },
  }
}

/** It throws where the extension is switched off by its own setting. */
function gitApi(): GitApi | undefined {
  const git = extensions.getExtension<Git>('vscode.git')
  return git?.isActive ? git.exports.getAPI(1) : undefined
}
