// What is shipped: each bundle, for esbuild, and how large it may be.
import { readFileSync, statSync } from 'node:fs'
import { asModules } from './as-modules.mjs'
import { inTwo } from './in-two.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** @type {import('esbuild').BuildOptions} */
export const shipped = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  target: 'es2022',
  logLevel: 'warning',
  charset: 'utf8',
  logOverride: { 'import-is-undefined': 'error' },
  plugins: [asModules],
  define: { MINUTES_VERSION: JSON.stringify(version) },
}
// jsonc-parser's CommonJS build cannot be bundled, its module build can.
/** @type {import('esbuild').BuildOptions} */
const node = { ...shipped, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] }
// What npm installs is started by its name.
const program = { banner: { js: '#!/usr/bin/env node' } }
// What dist/cli.js loads, by V8's own means.
const wrapped = { banner: { js: '(function (module, require, __dirname) {' }, footer: { js: '})' } }
// What a worker loads beside the server is a script, which takes what it requires from a global variable and leaves another.
const script = {
  banner: { js: 'var minutesAnswers=(require=>{var module={exports:{}};' },
  footer: { js: 'return module.exports})(()=>minutesServer);' },
}
/** @type {{ entryPoints: [string] }} */
const answers = { entryPoints: ['server/src/lsp/answers.ts'] }
// A worker has no document: a package that has a build for workers would else give the one for pages.
/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...shipped,
  platform: 'browser',
  conditions: ['worker', 'browser'],
  mainFields: ['browser', 'module', 'main'],
}

// What VS Code loads in every window with Markdown asks for the client, which is most of the extension, only where there are minutes.
/** @type {import('esbuild').Plugin} */
const clientApart = {
  name: 'client-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/desktop\.ts$/ }, () => ({ path: './client.js', external: true }))
  },
}

/** @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...node,
    entryPoints: ['client/src/main.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [clientApart],
    // VS Code has ways of its own to load what an extension requires, and none for what it imports.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['client/src/desktop.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  ...inTwo(
    {
      ...node,
      entryPoints: ['server/src/node/stdio.ts'],
      outfile: 'dist/server.js',
      // What is required is there at once.
      supported: { 'dynamic-import': false },
      ...program,
    },
    { ...node, ...answers, outfile: 'dist/answers.js' },
  ),
  { ...node, entryPoints: ['server/src/node/cli.ts'], outfile: 'dist/cli.js', ...program },
  { ...node, entryPoints: ['server/src/node/program.ts'], outfile: 'dist/program.js', ...wrapped },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/main.web.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  ...inTwo(
    {
      ...browser,
      format: 'iife',
      globalName: 'minutesServer',
      entryPoints: ['server/src/web/worker.ts'],
      outfile: 'dist/web/server.js',
    },
    { ...browser, format: 'cjs', ...answers, outfile: 'dist/web/answers.js', ...script },
  ),
  // What the page of the calendar loads, and nothing else does.
  {
    ...shipped,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['main.ts', 'calendar.css'].map((name) => `client/src/views/calendar/page/${name}`),
    outdir: 'dist/calendar',
  },
]

/**
 * How many KB (1000 bytes) each bundle may have. docs/reliability.md tells what fills the large ones.
 * @type {Readonly<Record<string, number>>}
 */
export const limits = {
  'dist/extension.js': 10,
  'dist/client.js': 340,
  'dist/server.js': 440,
  'dist/answers.js': 155,
  'dist/cli.js': 1,
  'dist/program.js': 400,
  'dist/web/extension.js': 345,
  'dist/web/server.js': 430,
  'dist/web/answers.js': 155,
  'dist/calendar/main.js': 25,
}

/** How large the bundles are that have been built, beside their limits. */
export function sizes() {
  return Object.entries(limits).map(([file, limit]) => ({ file, kilobytes: statSync(file).size / 1000, limit }))
}
