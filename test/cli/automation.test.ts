import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { parse } from 'yaml'
import { compiledFile } from '../../server/src/node/load-program.ts'
import { minutes } from '../support/command.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { commitAll, git } from '../support/git.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

interface Step {
  readonly name: string
  readonly shell: string
  readonly run: string
  readonly env?: Readonly<Record<string, string>>
}

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly files: string
}

const read = (path: string) => readFileSync(path, 'utf8')
const action: Action = parse(read('action.yml'))
const hooks: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'))
const manifest = JSON.parse(read('package.json'))
const report = 'call/20250313.md'

/** The examples in the README that are YAML and have a key at their top. */
function examplesWith(key: string) {
  const fences = [...read('README.md').matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => parse(text!))
  return fences.filter((example) => key in example)
}

/** A checkout of a pull request: the branch `main` of origin has a finding, and the branch here brings another. */
function pullRequest(t: TestContext): Folder {
  const origin = new Folder(t, smallRepository())
  commitAll(origin)
  const checkout = new Folder(t)
  git(checkout.root, 'clone', '-q', origin.root, '.')
  git(checkout.root, 'switch', '-q', '-c', 'next')
  checkout.write('crane/20250305.md', '# Crane 2025-03-04\n')
  commitAll(checkout)
  return checkout
}

/** What is committed here, as it is now, and what it is built with. */
function copyOfThis(t: TestContext): Folder {
  const copy = new Folder(t)
  const made = ['node_modules', 'dist', 'out', '.editor', '.git']
  for (const name of readdirSync('.'))
    if (!made.includes(name)) cpSync(name, copy.at(name), { recursive: true, dereference: true })
  symlinkSync(resolve('node_modules'), copy.at('node_modules'))
  return copy
}

/** Runs a step as GitHub's runner does, in a checkout, with the inputs that a workflow gives. */
function runStep(step: Step, cwd: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}) {
  const given = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
    ...inputs,
  }
  const filled = Object.entries(step.env ?? {}).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given[input as keyof typeof given]!),
  ])
  const { GITHUB_BASE_REF: _, ...surroundings } = process.env
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd,
    env: { ...surroundings, GITHUB_ACTION_PATH: process.cwd(), ...Object.fromEntries(filled), ...env },
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

describe('action.yml', () => {
  const [build, check] = action.runs.steps as [Step, Step]
  const onPullRequest = { GITHUB_BASE_REF: 'main' }

  test('uses the inputs that it declares, and no text of theirs as a command', () => {
    assert.equal(action.runs.using, 'composite')
    assert.equal(action.runs.steps.length, 2)
    const used = [...read('action.yml').matchAll(/\$\{\{ (.*?) \}\}/g)].map(([, expression]) => expression!)
    assert.deepEqual(
      used.sort(),
      Object.keys(action.inputs)
        .map((name) => `inputs.${name}`)
        .sort(),
    )
    for (const { run, shell } of action.runs.steps) {
      assert.doesNotMatch(run, /\$\{\{/)
      assert.equal(shell, 'bash')
    }
    for (const { description } of Object.values(action.inputs)) assert.ok(description)
  })

  test('builds once, with what package.json knows', (t) => {
    const folder = new Folder(t, { npm: '#!/bin/sh\necho "npm $*"\nmkdir -p dist && touch dist/cli.js\n' })
    chmodSync(folder.at('npm'), 0o755)
    const env = { GITHUB_ACTION_PATH: folder.root, PATH: `${folder.root}:${process.env.PATH}` }
    const { status, out } = runStep(build, '/', {}, env)
    assert.equal(status, 0)
    assert.equal(out, 'npm ci --include=dev --ignore-scripts --no-audit --no-fund\nnpm run build\n')
    assert.ok(manifest.scripts.build)
    assert.deepEqual(runStep(build, '/', {}, env), { status: 0, out: '', err: '' })
  })

  test('annotates what a pull request brings, and nothing else', (t) => {
    const { root } = pullRequest(t)
    const { status, out, err } = runStep(check, root, {}, onPullRequest)
    assert.deepEqual([status, err], [1, ''])
    assert.match(out, /^::warning file=crane\/20250305\.md,line=1,endLine=1,col=9,endColumn=18,title=date-mismatch::/)
    assert.equal(out.match(/^::/gm)!.length, 1)
  })

  test('reports all where nothing is compared', (t) => {
    const { out } = runStep(check, pullRequest(t).root)
    assert.equal(out.match(/^::/gm)!.length, 2)
  })

  test('takes its inputs', (t) => {
    const { root } = pullRequest(t)
    const found = (inputs: Record<string, string>) => runStep(check, root, inputs, onPullRequest)
    assert.equal(found({ 'fail-on': 'error' }).status, 0)
    assert.match(found({ since: 'HEAD' }).out, /^No new findings since HEAD in 5 files/)
    assert.match(found({ paths: 'call\n' }).out, /^No new findings since origin\/main in 2 files/)
    assert.match(found({ paths: `${report}\n\ncrane\n` }).out, /^1 new finding since origin\/main in 1 of 3 files/m)
    assert.match(found({ paths: '--help' }).err, /There is no file or folder --help/)
    assert.match(found({ since: '$(touch x)' }).err, /git knows no revision "\$\(touch x\)"/)
  })

  test('says what to do where the base was not fetched', (t) => {
    const clone = new Folder(t)
    git(clone.root, 'clone', '-q', '--depth=1', pullRequest(t).uri, '.')
    const { status, err } = runStep(check, clone.root, {}, onPullRequest)
    assert.equal(status, 2)
    assert.match(err, /"fetch-depth: 0"/)
  })

  test('is used as the README says', () => {
    const workflows = examplesWith('jobs')
    assert.equal(workflows.length, 1)
    const steps = Object.values(workflows[0].jobs as Record<string, { steps: { uses: string; with?: object }[] }>)[0]!
      .steps
    assert.deepEqual(
      steps.map(({ uses }) => uses.replace(/@.*/, '')),
      ['actions/checkout', 'OWNER/minutes'],
    )
    assert.deepEqual(steps[0]!.with, { 'fetch-depth': 0 })
    for (const input of Object.keys(steps[1]!.with ?? {})) assert.ok(input in action.inputs, input)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = hooks as [Hook]
  const [program, ...args] = hook.entry.split(' ')

  test('starts what npm installs', () => {
    assert.equal(hooks.length, 1)
    assert.equal(hook.language, 'node')
    assert.equal(manifest.bin[program!], 'dist/cli.js')
    for (const file of Object.values<string>(manifest.bin)) assert.match(read(file), /^#!\/usr\/bin\/env node\n/)
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }).stdout
    for (const file of [
      ...Object.values<string>(manifest.bin),
      'dist/program.js',
      compiledFile('dist/program.js'),
      'dist/rules/date-mismatch.md',
    ])
      assert.ok(packed.includes(`"${file}"`), `${file} is installed`)
    assert.ok(!packed.includes('"server/src'), 'no sources are')
  })

  test('has it built when npm installs it, and by "npm ci" only what is asked for next', (t) => {
    const folder = new Folder(t, { 'scripts/build.mjs': 'console.log("built")', 'node_modules/esbuild/x': '' })
    const prepared = (npm_command: string) =>
      spawnSync(process.execPath, [`${process.cwd()}/scripts/prepare.mjs`], {
        cwd: folder.root,
        env: { ...process.env, npm_command },
        encoding: 'utf8',
      })
    const told = ['install', 'pack', 'ci'].map(prepared)
    assert.deepEqual(
      told.map(({ stderr }) => stderr),
      ['built\n', 'built\n', ''],
    )
    assert.deepEqual(
      told.map(({ stdout }) => stdout),
      ['', '', ''],
    )
  })

  test('is packed by npm, which prints the name of the package alone, as pre-commit wants it', (t) => {
    const checkout = copyOfThis(t)
    const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
    const env = { ...Object.fromEntries(own), npm_config_cache: checkout.at('.npm') }
    const { status, stdout, stderr } = spawnSync('npm', ['pack'], { cwd: checkout.root, env, encoding: 'utf8' })
    assert.deepEqual([status, stdout], [0, `minutes-${manifest.version}.tgz\n`], stderr)
    assert.ok(existsSync(checkout.at(stdout.trim())))
    assert.ok(existsSync(checkout.at('dist/cli.js')), 'it has been built')
  })

  test('checks the files that are named', (t) => {
    const folder = new Folder(t, { ...smallRepository(), '.github/x.md': '# X\n', 'notes.txt': 'x' })
    commitAll(folder)
    const named = git(folder.root, 'ls-files')
      .split('\n')
      .filter((path) => new RegExp(hook.files).test(path))
    assert.deepEqual(
      named.filter((path) => !path.endsWith('.md')),
      ['.minutes.json'],
    )
    assert.equal(named.length, 6)
    const { status, out, err } = minutes(folder.root, ...args, ...named)
    assert.deepEqual([status, err], [1, ''])
    assert.match(out, /\n1 finding in 1 of 5 files\./)
    assert.equal(minutes(folder.root, ...args, '--since=HEAD', ...named).status, 0)
  })

  test('is used as the README says', () => {
    const [{ repos }] = examplesWith('repos') as [{ repos: { hooks: object[] }[] }]
    assert.deepEqual(repos[0]!.hooks, [{ id: hook.id, args: ['--since=HEAD'], pass_filenames: false }])
  })

  test('tells of other files when no names are passed, as in the README', (t) => {
    const folder = new Folder(t, smallRepository())
    const arriving = 'crane/20250312.md'
    const text = folder.read(arriving)
    folder.remove(arriving)
    commitAll(folder)
    folder.write(arriving, text)
    const found = (...names: string[]) => minutes(folder.root, ...args, '--since=HEAD', ...names)
    assert.equal(found(arriving).status, 0)
    assert.equal(found().status, 1)
    assert.match(found().out, /^call\/20250313\.md:5:1 warning stale-minutes-line/)
  })
})
