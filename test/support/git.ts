import { execFileSync } from 'node:child_process'
import type { Folder } from './folder.ts'

/** Nobody's settings, and always the same person and day. */
const environment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ines Berg',
  GIT_AUTHOR_EMAIL: 'ines@example.org',
  GIT_COMMITTER_NAME: 'Ines Berg',
  GIT_COMMITTER_EMAIL: 'ines@example.org',
  GIT_AUTHOR_DATE: '2025-03-14T12:00:00Z',
  GIT_COMMITTER_DATE: '2025-03-14T12:00:00Z',
}

/** Runs git in a folder. The result is what it prints, without the last line end. */
export function git(folder: string, ...args: string[]): string {
  const env = { ...process.env, ...environment }
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd()
}

/** Makes a folder a git repository whose branch `main` has all that is there. */
export function commitAll(folder: Folder, message = 'All'): void {
  git(folder.root, 'init', '-q', '-b', 'main')
  git(folder.root, 'add', '-A')
  git(folder.root, 'commit', '-q', '--allow-empty', '-m', message)
}
