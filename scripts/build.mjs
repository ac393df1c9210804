// Builds what is shipped (dist/) and what runs only here (out/: tests, scripts), by esbuild.
//   node scripts/build.mjs [--watch] [--dist]
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, context } from 'esbuild'
import { bundles, shipped, sizes } from './bundles.mjs'
import { writeCompiled } from './compiled-program.mjs'
import { writeRulePages } from './rule-pages.mjs'

const args = process.argv.slice(2)

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

const jobs = args.includes('--dist') ? bundles : [...bundles, ...out]
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
  for (const { file, kilobytes, limit } of sizes())
    console.log(
      `${file.padEnd(24)}${kilobytes.toFixed(1).padStart(6)} KB of ${limit}${kilobytes > limit ? ': too large' : ''}`,
    )
}
writeRulePages('dist/rules')

function filesIn(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, basename(entry.name)))
}
