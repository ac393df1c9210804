// Runs every built test under out/test by Node's own test runner.
//   node scripts/test.mjs [WORD…]     only the files whose path has one of the words
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const words = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'))
const files = readdirSync('out/test', { recursive: true })
  .filter((file) => file.endsWith('.test.mjs') && (!words.length || words.some((word) => file.includes(word))))
  .map((file) => join('out/test', file))
  .sort()
if (!files.length) {
  console.error(
    `No test file under out/test has ${words.join(' or ')} in its path. Run "npm test" once, which builds them.`,
  )
  process.exit(2)
}
const env = flags.includes('--update') ? { ...process.env, UPDATE_CASES: '1' } : process.env
const run = spawnSync(process.execPath, ['--test', '--enable-source-maps', ...files], { stdio: 'inherit', env })
process.exit(run.status ?? 1)
