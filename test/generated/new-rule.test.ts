import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { describe, type TestContext, test } from 'node:test'

const notCopied = ['.git', '.editor', 'node_modules', 'out', 'dist', 'sample']

/** A copy of the project that shares its packages. */
function copyOfProject(t: TestContext): string {
  const copy = mkdtempSync(join(tmpdir(), 'minutes-new-rule-'))
  t.after(() => rmSync(copy, { recursive: true, force: true }))
  cpSync('.', copy, { recursive: true, filter: (path) => !notCopied.includes(basename(path)) })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

function run(cwd: string, ...args: string[]): { status: number | null; told: string } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  return { status, told: stdout + stderr }
}

/** The cases of the new rule that fail. Those of other rules are not run. */
function casesThatFail(copy: string): string[] {
  const only = '--test-name-pattern=^(The fault as people make it|Example|Minutes without the fault|No minutes)$'
  const { told } = run(copy, '--test', '--test-reporter=tap', only, 'out/test/cases/cases.test.mjs')
  return [...told.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name!)
}

/** Lets the new rule find what its page and its first case expect. */
function finish(rule: string): void {
  const text = readFileSync(rule, 'utf8')
  const finished = text.replace('_title', 'title').replace('return false', "return title === 'The fault'")
  assert.notEqual(finished, text)
  writeFileSync(rule, finished)
}

describe('npm run new-rule', () => {
  test('makes a rule that is whole but for what it is about', (t) => {
    const copy = copyOfProject(t)
    const made = run(copy, 'scripts/new-rule.mjs', 'loose-rope')
    assert.equal(made.status, 0, made.told)
    for (const file of ['rule.ts', 'README.md', 'cases.md']) {
      assert.match(made.told, new RegExp(`Wrote .*loose-rope.${file}`))
    }
    assert.match(readFileSync(join(copy, 'docs/rules.md'), 'utf8'), /loose-rope.*Loose rope/)
    // What no command can write: its text in German.
    assert.match(made.told, /package\.nls\.de\.json: .*"setting\.minutes\.rules\.loose-rope"/)
    const types = run(copy, 'node_modules/typescript/bin/tsc', '-b', 'server/src/core')
    assert.equal(types.status, 0, types.told)
    const style = run(
      copy,
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--vcs-enabled=false',
      'server',
      'scripts',
    )
    assert.equal(style.status, 0, style.told)
    const built = run(copy, 'scripts/build.mjs')
    assert.equal(built.status, 0, built.told)
    assert.deepEqual(casesThatFail(copy), [
      'Example',
      'server/src/core/rules/loose-rope/README.md',
      'The fault as people make it',
      'server/src/core/rules/loose-rope/cases.md',
    ])
    finish(join(copy, 'server/src/core/rules/loose-rope/rule.ts'))
    const rebuilt = run(copy, 'scripts/build.mjs')
    assert.equal(rebuilt.status, 0, rebuilt.told)
    assert.deepEqual(casesThatFail(copy), [])
    for (const wall of ['import-graph', 'lint']) {
      const held = run(copy, '--test', `out/test/walls/${wall}.test.mjs`)
      assert.equal(held.status, 0, held.told)
    }
  })

  test('refuses what is no new name', () => {
    const refused = [
      [],
      ['swapped'],
      ['Swapped-Action'],
      ['swapped_action'],
      ['../x-y'],
      ['a-b', 'c-d'],
      ['-a'],
      ['a--b'],
    ]
    for (const args of [...refused, ['date-mismatch'], ['invalid-settings']]) {
      const { status, told } = run('.', 'scripts/new-rule.mjs', ...args)
      assert.equal(status, 2, args.join(' '))
      assert.match(told, /Usage: npm run new-rule NAME/)
    }
    assert.equal(existsSync('server/src/core/rules/a-b'), false)
  })
})
