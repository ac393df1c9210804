import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import test from 'node:test'
import { transform } from 'esbuild'
import { typeScriptFiles } from './graph.ts'

const core = 'server/src/core'
const entries = [
  'client/src/main.ts',
  'client/src/main.web.ts',
  'client/src/desktop.ts',
  'client/src/browser.ts',
  'server/src/node/cli.ts',
  'server/src/node/stdio.ts',
  'server/src/web/worker.ts',
]

/** Globals of Node and of browsers, and modules of Node. */
const hosts = [
  'process.cwd()',
  'Buffer.from("")',
  'require("fs")',
  'fetch("")',
  'new URL("")',
  'console.log()',
  'setTimeout(() => {})',
  'queueMicrotask(() => {})',
  'structuredClone(1)',
  'new TextDecoder()',
  'performance.now()',
  'document.title',
  'self.name',
  'localStorage',
  'import("node:fs")',
]

/** What a pure core has no use for: chance, the clock, and promises. */
const impure =
  /\bMath\.random\b|\bDate\.now\b|\bnew Date(?!\s*\(\s*[^\s)])|(?<!new )\bDate\(|\bPromise\b|\basync\b|\bawait\b/

for (const entry of entries) {
  test(`${entry} is short`, () => {
    const lines = readFileSync(entry, 'utf8').trimEnd().split('\n').length
    assert.ok(lines <= 40, `It has ${lines} lines. What does not differ between hosts belongs elsewhere.`)
  })
}

test('core is a project in which no host is known', () => {
  assert.deepEqual(refused(hosts, {}), hosts)
})

test('a project that knows Node and browsers takes what core refuses', () => {
  const known = refused([...hosts, 'nobody.knows'], { types: ['node', 'vscode'], lib: ['ES2023', 'DOM'] })
  assert.deepEqual(known, ['nobody.knows'])
})

test('core has no chance, no clock and no promise', async () => {
  const found: string[] = []
  for (const file of typeScriptFiles(core)) {
    const code = await withoutComments(readFileSync(file, 'utf8'))
    for (const [index, line] of code.split('\n').entries())
      if (impure.test(line)) found.push(`${file}: ${index}: ${line}`)
  }
  assert.deepEqual(found, [])
})

test('chance, clock and promises are recognised', () => {
  for (const line of [
    'Math.random()',
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Promise.resolve()',
    'async () => {}',
    'for await (const a of b) {}',
  ]) {
    assert.match(line, impure)
  }
  for (const line of ['new Date(0)', 'new Date(Date.UTC(2023, 1, 9))', 'isoDate(2023, 2, 9)', 'asynchronous']) {
    assert.doesNotMatch(line, impure)
  }
})

/**
 * The expressions that do not compile in a project that is core's with some options changed. It holds all of core, so that a package that
 * brings a host's types with it is found too.
 */
function refused(expressions: readonly string[], compilerOptions: object): string[] {
  mkdirSync('out', { recursive: true })
  const folder = mkdtempSync('out/walls-')
  try {
    expressions.forEach((expression, index) => {
      writeFileSync(join(folder, `${index}.ts`), `export const value = ${expression}\n`)
    })
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(projectLikeCore(folder, compilerOptions)))
    const tsc = resolve('node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
    const faults = [...stdout.matchAll(/^(.*)\(\d+,\d+\): error/gm)].map(([, file]) => relative(folder, file!))
    const inCore = faults.filter((file) => !/^\d+\.ts$/.test(file))
    assert.deepEqual(inCore, [])
    return expressions.filter((_, index) => faults.includes(`${index}.ts`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function projectLikeCore(folder: string, compilerOptions: object) {
  const path = (to: string) => relative(folder, to)
  return {
    extends: path(`${core}/tsconfig.json`),
    compilerOptions: {
      rootDir: path('.'),
      outDir: 'none',
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      ...compilerOptions,
    },
    include: ['*.ts', path(`${core}/**/*.ts`)],
  }
}

async function withoutComments(text: string): Promise<string> {
  return (await transform(text, { loader: 'ts', legalComments: 'none', target: 'esnext' })).code
}
