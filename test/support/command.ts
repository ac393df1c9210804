import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

export interface Outcome {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const cli = `${process.cwd()}/dist/cli.js`

/** Runs the built command line in a folder. Nothing of it is a terminal. */
export function minutes(cwd: string, ...args: string[]): Outcome {
  return minutesOf(cli, cwd, ...args)
}

/** Runs a command line that stands elsewhere. */
export function minutesOf(cli: string, cwd: string, ...args: string[]): Outcome {
  return node(cwd, [cli, ...args])
}

/** Runs the built command line behind a program that Node loads before. */
export function minutesAfter(program: string, cwd: string, ...args: string[]): Outcome {
  return node(cwd, ['--require', program, cli, ...args])
}

function node(cwd: string, args: readonly string[]): Outcome {
  // Colours must not come from what the surroundings of a test ask for.
  const { FORCE_COLOR: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

/** The findings that `minutes check --format json` prints. */
export function findingsIn(cwd: string, ...args: string[]): { files: number; findings: JsonFinding[] } {
  return JSON.parse(minutes(cwd, 'check', '--format', 'json', ...args).out)
}

export interface JsonPlace {
  readonly line: number
  readonly column: number
}

export interface JsonRange {
  readonly start: JsonPlace
  readonly end: JsonPlace
}

export interface JsonFinding {
  /** The repository, where several are checked. */
  readonly root?: string
  readonly file: string
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly range: JsonRange
  readonly fixes: readonly {
    readonly title: string
    readonly safety: string
    readonly edits: readonly { readonly file: string; readonly range: JsonRange; readonly newText: string }[]
    readonly rename?: { readonly from: string; readonly to: string }
  }[]
}

/**
 * Runs the built command line while the test goes on, as a server in it has to. `begun` is given the process, and `program` is one that Node
 * loads before.
 */
export function minutesMeanwhile(
  cwd: string,
  args: readonly string[],
  begun: (child: ChildProcess) => void = () => {},
  program?: string,
): Promise<Outcome> {
  const { FORCE_COLOR: _, ...env } = process.env
  const all = [...(program === undefined ? [] : ['--require', program]), cli, ...args]
  const child = spawn(process.execPath, all, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (texts.out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (texts.err += text))
  begun(child)
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...texts })))
}
