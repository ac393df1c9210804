import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const asker = 'server/src/node/since/git.ts'
const client = 'client/src/process-client.ts'
/** Starts the command line itself. */
const loader = 'server/src/node/load-program.ts'

/** How a program starts another, or code that is made of text. */
const starting = /['"](?:node:)?(?:child_process|cluster|worker_threads|vm)['"]|\beval\s*\(|\bnew Function\b/

test('nothing that is shipped starts a program but the places that ask git and start the server, and the entry of the command line', () => {
  assert.deepEqual(
    sources().filter((file) => starting.test(readFileSync(file, 'utf8'))),
    [client, loader, asker],
  )
})

test('the one starts git, and no shell', () => {
  const source = readFileSync(asker, 'utf8')
  assert.deepEqual(source.match(/\bexec\w*\(.*?,/g), ["execFileSync('git',"])
  assert.doesNotMatch(source, /\bshell\b|\bspawn/)
})

test('the other starts what the build puts beside it, and nothing else', () => {
  const callers = sources().filter((file) => /\bnew ProcessClient\b/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(callers, ['client/src/desktop.ts'])
  assert.match(readFileSync(callers[0]!, 'utf8'), /const server = context\.asAbsolutePath\('dist\/server\.js'\)\n/)
  const source = readFileSync(client, 'utf8')
  assert.deepEqual(source.match(/\b(?:fork|spawn|exec)\w*\(.*?,/g), ['fork(this.program,'])
  assert.doesNotMatch(source, /\bshell\b/)
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
