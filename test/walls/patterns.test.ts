import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { type Node, parse } from 'acorn'
import { transformSync } from 'esbuild'
import { analyse } from 'scslre'
import { limits } from '../../scripts/bundles.mjs'
import { typeScriptFiles } from './graph.ts'

interface Pattern {
  readonly source: string
  readonly flags: string
}

const folders = ['server/src', 'client/src']

test('no pattern that is written in the sources takes more than proportional time', () => {
  const files = folders.flatMap(typeScriptFiles)
  const patterns = files.flatMap((file) => patternsOf(javaScriptOf(file)).map((pattern) => ({ file, pattern })))
  assert.ok(patterns.length > 300)
  assert.deepEqual(
    patterns.filter(({ pattern }) => faultsOf(pattern).length).map(({ file, pattern }) => `${file}: ${pattern.source}`),
    [],
  )
})

test('nor does one that is put together', async () => {
  const patterns = await madeDuring(async () => {
    const { readMinutes } = await import('../../server/src/core/minutes/minutes.ts')
    const { rules } = await import('../../server/src/core/rules/index.ts')
    assert.ok(rules.length)
    readMinutes('harbour/20250312.md', '---\ndate: 2025-03-12\n---\n\n# Harbour 2025-03-12\n\n~~~\na\n~~~\n')
  })
  assert.ok(patterns.length > 30)
  assert.deepEqual(
    patterns.filter((pattern) => faultsOf(pattern).length).map(({ source }) => source),
    [],
  )
})

test('no pattern of what is bundled takes exponential time', () => {
  const patterns = Object.keys(limits).flatMap((bundle) => patternsOf(scriptOf(bundle)))
  assert.ok(patterns.length > 1000)
  const exponential = patterns.filter((pattern) => faultsOf(pattern).some((fault) => fault.exponential))
  assert.deepEqual(
    exponential.map(({ source }) => source),
    [],
  )
})

for (const source of ['(?:a+)+$', '(?:a|b|ab)*$', '^\\s*a?\\s*$', 'x*$']) {
  test(`/${source}/ would be seen`, () => assert.ok(faultsOf({ source, flags: '' }).length))
}

function faultsOf({ source, flags }: Pattern) {
  return analyse({ source, flags }).reports
}

function javaScriptOf(file: string): string {
  return transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'es2022' }).code
}

/** The text of a bundle, without what only Node reads. */
function scriptOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^#!.*/, '')
}

/** The patterns that stand in a program as such. */
function patternsOf(program: string): Pattern[] {
  const found: Pattern[] = []
  const remaining: unknown[] = [parse(program, { ecmaVersion: 'latest', sourceType: 'module' })]
  for (let node = remaining.pop(); node !== undefined; node = remaining.pop()) {
    const { type, regex } = node as Node & { readonly regex?: { readonly pattern: string; readonly flags: string } }
    if (type === 'Literal' && regex) found.push({ source: regex.pattern, flags: regex.flags })
    remaining.push(...Object.values(node as object).filter((value) => typeof value === 'object' && value !== null))
  }
  return found
}

/** The patterns that are put together while something happens, such as modules being loaded for the first time. */
async function madeDuring(happens: () => Promise<void>): Promise<Pattern[]> {
  const made: Pattern[] = []
  const { RegExp: usual } = globalThis
  globalThis.RegExp = new Proxy(usual, {
    construct(target, args, newTarget) {
      const pattern: RegExp = Reflect.construct(target, args, newTarget)
      made.push({ source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  try {
    await happens()
  } finally {
    globalThis.RegExp = usual
  }
  return made
}
