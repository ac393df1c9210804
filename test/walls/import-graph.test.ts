import assert from 'node:assert/strict'
import test from 'node:test'
import { build } from 'esbuild'
import { type Arrows, arrows, nameInTable, partOf } from './arrows.ts'
import { type Import, importsOf, readImports, typeScriptFiles } from './graph.ts'

const folders = ['server/src', 'client/src']
const imports = readImports(folders)

test('the parts import what the table says, and all that it says', () => {
  assert.deepEqual(faults(imports, arrows), [])
})

test('every file belongs to a part', () => {
  const known = Object.keys(arrows)
  const strays = folders.flatMap(typeScriptFiles).filter((file) => !known.includes(nameInTable(partOf(file))))
  assert.deepEqual(strays, [])
})

test('no part imports itself by way of others', () => {
  assert.deepEqual(circles(arrows), [])
})

test('the reader of imports misses none that the bundler sees', async () => {
  const read = new Set(imports.map(({ from, to }) => `${from} → ${to}`))
  const { metafile } = await build({
    entryPoints: folders.flatMap(typeScriptFiles),
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    outdir: 'out',
    metafile: true,
    // So that an import that is used for nothing but types is seen too, where it does not say so.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const seen = Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path }) => ({ from, to: path })),
  )
  assert.ok(seen.length > 200)
  assert.deepEqual(
    seen.map(({ from, to }) => `${from} → ${to}`).filter((arrow) => !read.has(arrow)),
    [],
  )
})

test('every kind of import is read', () => {
  const text = `import type { A } from '../text/a.ts'
import {
  type B,
  b,
} from './b.ts'
import 'c'
import * as d from 'node:d'
export { e } from './e.ts'
export * from './f.ts'
export type { G } from './g.ts'
const h: import('./h.ts').H = await import('./i.ts')
export const from = 'nowhere'
export function f(from = 'nowhere') {}
// It is made from 'nowhere'.
`
  assert.deepEqual(
    importsOf('core/x/y.ts', text).map(({ to }) => to),
    [
      'core/text/a.ts',
      'core/x/b.ts',
      'c',
      'node:d',
      'core/x/e.ts',
      'core/x/f.ts',
      'core/x/g.ts',
      'core/x/h.ts',
      'core/x/i.ts',
    ],
  )
})

test('an arrow that is not in the table is a fault', () => {
  const ideToRules = { from: 'server/src/core/ide/hover.ts', to: 'server/src/core/rules/check.ts' }
  const coreToNode = { from: 'server/src/core/text/span.ts', to: 'node:fs' }
  const ruleToRule = { from: 'server/src/core/rules/a-fault/rule.ts', to: 'server/src/core/rules/b-fault/rule.ts' }
  const stray = { from: 'server/src/core/text/span.ts', to: 'scripts/generate.ts' }
  assert.deepEqual(faults([...imports, ideToRules, coreToNode, ruleToRule, stray], arrows), [
    'server/src/core/ide/hover.ts imports server/src/core/rules/check.ts: core/ide must not know core/rules.',
    'server/src/core/text/span.ts imports node:fs: core/text must not know node:fs.',
    'server/src/core/rules/a-fault/rule.ts imports server/src/core/rules/b-fault/rule.ts: core/rules/* must not know core/rules/*.',
    'server/src/core/text/span.ts imports scripts/generate.ts: core/text must not know scripts/generate.ts.',
  ])
})

test('an arrow of the table that nothing uses is a fault', () => {
  const table = { ...arrows, 'core/ide': [...arrows['core/ide']!, 'core/host'] }
  assert.deepEqual(faults(imports, table), ['core/ide no longer imports core/host: strike it from the table.'])
  assert.deepEqual(faults([], { web: ['lsp'] }), ['web no longer imports lsp: strike it from the table.'])
})

test('a circle of parts is found', () => {
  assert.deepEqual(circles({ a: ['b'], b: ['c', 'd'], c: ['a'], d: [] }), ['a → b → c → a'])
})

/** Where the imports and the table differ, as sentences. */
function faults(imports: readonly Import[], arrows: Arrows): string[] {
  const unused = new Set(
    Object.entries(arrows).flatMap(([from, all]) => all.map((to) => `${from} no longer imports ${to}`)),
  )
  const found: string[] = []
  for (const { from, to } of imports) {
    if (partOf(from) === partOf(to)) continue
    const [part, other] = [nameInTable(partOf(from)), nameInTable(partOf(to))]
    if (arrows[part]?.includes(other)) unused.delete(`${part} no longer imports ${other}`)
    else found.push(`${from} imports ${to}: ${part} must not know ${other}.`)
  }
  return [...found, ...[...unused].map((arrow) => `${arrow}: strike it from the table.`)]
}

/** The ways that lead from a part to itself, each told once. */
function circles(arrows: Arrows): string[] {
  const done = new Set<string>()
  const found: string[] = []
  for (const part of Object.keys(arrows)) visit(part, [])
  return found

  function visit(part: string, way: readonly string[]) {
    if (way.includes(part)) found.push([...way.slice(way.indexOf(part)), part].join(' → '))
    if (done.has(part) || way.includes(part)) return
    for (const next of arrows[part] ?? []) visit(next, [...way, part])
    done.add(part)
  }
}
