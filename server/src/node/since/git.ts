import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { Misuse } from '../misuse.ts'

/** git could not do what it was asked to. */
export class GitFailure extends Misuse {
  readonly status: number | null

  constructor(status: number | null, message: string) {
    super(message)
    this.status = status
  }
}

/** Nothing is locked, nothing is fetched, no other program is started, and messages are English. */
const settings = ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false']
const environment = { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0' }

/** What a git that runs a hook tells of its own repository: this may be another one. */
const others = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_NAMESPACE']

/** Asks git in a folder, given by its absolute path. It changes nothing there. */
export class Git {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What git prints. Throws a GitFailure when it fails, and a Misuse when there is no git. */
  ask(args: readonly string[], input = ''): Buffer {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.includes(name)))
    try {
      return execFileSync('git', ['-C', this.#folder, ...settings, ...args], {
        // Windows looks for a program where it is to be started, before the PATH: that must not be the repository.
        cwd: dirname(process.execPath),
        env: { ...env, ...environment },
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
        maxBuffer: Number.POSITIVE_INFINITY,
        windowsHide: true,
      })
    } catch (error) {
      const { code, status, stderr } = error as NodeJS.ErrnoException & { status?: number; stderr?: Buffer }
      if (code === 'ENOENT')
        throw new Misuse('--since asks git what has changed, and there is no git on the PATH. Install it.')
      throw new GitFailure(status ?? null, `${stderr ?? ''}`.trim() || (error as Error).message)
    }
  }
}
