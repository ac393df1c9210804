import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const asker = 'server/src/node/since/git.ts'
/** Starts the command line itself. */
const loader = 'server/src/node/load-program.ts'

/** How a program starts another, or code that is made of text. */
const starting = /['"](?:node:)?(?:child_process|cluster|worker_threads|vm)['"]|\beval\s*\(|\bnew Function\b/

test('nothing that is shipped starts a program but the one place that asks git, and the entry of the command line', () => {
  assert.deepEqual(
    sources().filter((file) => starting.test(readFileSync(file, 'utf8'))),
    [loader, asker],
  )
})

test('that place starts git, and no shell', () => {
  const source = readFileSync(asker, 'utf8')
  assert.deepEqual(source.match(/\bexec\w*\(.*?,/g), ["execFileSync('git',"])
  assert.doesNotMatch(source, /\bshell\b|\bspawn/)
})

test('the entry starts what the build puts beside it, and nothing else', () => {
  const callers = sources().filter((file) => /\/load-program\.ts'/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(callers, ['server/src/node/cli.ts'])
  const source = readFileSync(callers[0]!, 'utf8')
  assert.deepEqual(source.match(/loadProgram<.*\(.*/g), [
    "loadProgram<typeof import('./program.ts')>(join(__dirname, 'program.js')).run()",
  ])
})

function sources(): string[] {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  return files.filter((file) => file.endsWith('.ts')).sort()
}
