import { spawnSync } from 'node:child_process'
import { env } from './environment.ts'
import { type Figure, type Sample, timesFigure } from './figure.ts'

const runs = 5

/** Times of whole processes: `minutes check`, and Node alone, which is the floor below it. */
export function measureCommandLine(folder: string, flags: readonly string[]) {
  const check = [...flags, 'dist/cli.js', 'check', folder, '--format', 'json']
  const { findings } = JSON.parse(run(check, 0).output) as { findings: { file: string }[] }
  const bare = Array.from({ length: runs }, () => run(['--eval', '0'], 0).sample)
  const checks = Array.from({ length: runs }, () => run(check, findings.length).sample)
  const figures: Figure[] = [
    timesFigure('node --eval 0, the process', bare),
    timesFigure('minutes check, the process', checks, 'findings', { value: 'median', atMost: 600 }),
  ]
  return { figures, faults: findings.map(({ file }) => file) }
}

function run(args: readonly string[], count: number): { sample: Sample; output: string } {
  const start = performance.now()
  const { stdout, status, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const sample = { milliseconds: performance.now() - start, count }
  // Findings make the status 1.
  if (error || status === null || status > 1) throw error ?? new Error(`node ${args.join(' ')} failed.`)
  return { sample, output: stdout }
}
