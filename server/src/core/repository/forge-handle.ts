import type { Forge } from '../minutes/forge-url.ts'
import { isPlainName } from '../minutes/handle-name.ts'

/** Whether nobody can be called so on the forge. Where the forge is not known to be GitHub, everybody can: GitLab and Gitea allow `.` and `_`. */
export function isImpossibleHandle(name: string, forge: Forge | undefined): boolean {
  return forge !== undefined && !isPlainName(name) && onGitHub.test(forge.url)
}

const onGitHub = /^https?:\/\/(?:[^/]{1,80}\.)?github\./
