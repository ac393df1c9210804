// Builds what is shipped (dist/) and what runs only here (out/: tests, scripts), by esbuild.
//   node scripts/build.mjs [--watch] [--dist]
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, context } from 'esbuild'
import { writeCompiled } from './compiled-program.mjs'
import { writeRulePages } from './rule-pages.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const args = process.argv.slice(2)
const shipped = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  target: 'es2022',
  logLevel: 'warning',
  define: { MINUTES_VERSION: JSON.stringify(version) },
}
// jsonc-parser's CommonJS build cannot be bundled, its module build can.
const node = { ...shipped, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] }
// What npm installs is started by its name.
const program = { banner: { js: '#!/usr/bin/env node' } }
// What dist/cli.js loads, by V8's own means.
const wrapped = { banner: { js: '(function (module, require, __dirname) {' }, footer: { js: '})' } }
// A worker has no document: a package that has a build for workers would else give the one for pages.
const browser = {
  ...shipped,
  platform: 'browser',
  conditions: ['worker', 'browser'],
  mainFields: ['browser', 'module', 'main'],
}

const dist = [
  { ...node, entryPoints: ['client/src/main.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/node/stdio.ts'], outfile: 'dist/server.js', ...program },
  { ...node, entryPoints: ['server/src/node/cli.ts'], outfile: 'dist/cli.js', ...program },
  { ...node, entryPoints: ['server/src/node/program.ts'], outfile: 'dist/program.js', ...wrapped },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/main.web.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  { ...browser, format: 'iife', entryPoints: ['server/src/web/worker.ts'], outfile: 'dist/web/server.js' },
  // What the page of the calendar loads, and nothing else does.
  {
    ...shipped,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['main.ts', 'calendar.css'].map((name) => `client/src/views/calendar/page/${name}`),
    outdir: 'dist/calendar',
  },
]

const here = {
  bundle: true,
  platform: 'node',
  packages: 'external',
  sourcemap: 'inline',
  target: 'node20',
  logLevel: 'warning',
  define: shipped.define,
}
const out = [
  {
    ...here,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    entryPoints: [...filesIn('test', /\.test\.ts$/), ...filesIn('scripts', /\.ts$/)],
    outbase: '.',
    outdir: 'out',
  },
  // The suite that runs inside of VS Code's extension host.
  {
    ...here,
    format: 'cjs',
    entryPoints: ['test/editor/suite/index.ts'],
    outfile: 'out/suite/index.js',
    external: ['vscode'],
  },
]

const jobs = args.includes('--dist') ? dist : [...dist, ...out]
if (args.includes('--watch')) {
  // V8 would not see that what it has made is of another program.
  for (const file of filesIn('dist', /\.cache$/)) rmSync(file)
  for (const job of jobs) await (await context(job)).watch()
} else {
  for (const folder of args.includes('--dist') ? ['dist'] : ['dist', 'out/test', 'out/scripts', 'out/suite']) {
    rmSync(folder, { recursive: true, force: true })
  }
  await Promise.all(jobs.map((job) => build(job)))
  await writeCompiled('dist/program.js')
}
writeRulePages('dist/rules')

function filesIn(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, basename(entry.name)))
}
