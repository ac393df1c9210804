// Runs every built test under out/test by Node's own test runner.
//   node scripts/test.mjs [WORD…] [--of=WORD] [--update]
// WORD: only the files whose path has one of the words; --of: of the cases only those in documents whose path has it; --update: write what there is
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const words = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'))
const built = existsSync('out/test') ? readdirSync('out/test', { recursive: true }).map(String) : []
const files = built
  .filter((file) => file.endsWith('.test.mjs') && (!words.length || words.some((word) => file.includes(word))))
  .map((file) => join('out/test', file))
  .sort()
if (!files.length) {
  const wanted = words.length ? ` with ${words.join(' or ')} in its path` : ''
  console.error(`There is no test${wanted} under out/test. "node scripts/build.mjs" builds the tests.`)
  process.exit(2)
}
const of = flags.find((flag) => flag.startsWith('--of='))?.slice('--of='.length)
const env = {
  ...process.env,
  ...(flags.includes('--update') && { UPDATE_CASES: '1' }),
  ...(of && { CASES_OF: of }),
}
// Node's runner leaves one core to itself, which of two is too much: servers and editors are waited for most of the time.
const concurrency = Math.max(2, availableParallelism() - 1)
const options = ['--test-reporter=spec', `--test-concurrency=${concurrency}`, '--enable-source-maps']
const run = spawnSync(process.execPath, ['--test', ...options, ...files], { stdio: 'inherit', env })
process.exit(run.status ?? 1)
