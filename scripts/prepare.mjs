// Builds what an installation of this repository by npm consists of: dist/ is not committed. "npm install" and "npm pack" run it; "npm ci" does
// too, but whoever says that builds next, by "npm start" or "npm test".
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (process.env.npm_command !== 'ci') prepare()

function prepare() {
  // "npm pack" in a fresh clone prepares it without what it is built with. ("npm install --global" of a git URL does too, and then links a
  // folder that npm removes: a package that has been made is what can be installed for all.)
  if (!existsSync('node_modules/esbuild')) {
    run(
      process.env.npm_execpath ?? '',
      'ci',
      '--global=false',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    )
  }
  run('scripts/build.mjs', '--dist')
}

/** What a script prints goes to standard error: standard output is npm's own. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: ['inherit', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}
