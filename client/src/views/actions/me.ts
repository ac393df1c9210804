import { extensions, workspace } from 'vscode'

/** What is used of VS Code's own git extension. */
interface Git {
  getAPI(version: 1): {
    readonly repositories: readonly { getConfig(key: string): Promise<string> }[]
  }
}

/**
 * The names and addresses by which git knows the user, as VS Code's git extension tells them; none where it is off, as in a browser, or
 * where the folder is in no git repository. The setting `minutes.me` counts more, and the server has it.
 */
export async function namesInGit(): Promise<string[]> {
  if (workspace.getConfiguration('minutes').get<string[]>('me')?.length) return []
  const git = extensions.getExtension<Git>('vscode.git')
  if (!git?.isActive) return []
  try {
    const [repository] = git.exports.getAPI(1).repositories
    const known = repository
      ? await Promise.all(['user.name', 'user.email'].map((key) => repository.getConfig(key)))
      : []
    return known.filter(Boolean)
  } catch {
    // The extension may be switched off by its own setting, and then throws.
    return []
  }
}
