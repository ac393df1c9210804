import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const asker = 'server/src/node/since/git.ts'

/** How a program starts another, or code that is made of text. */
const starting = /['"](?:node:)?(?:child_process|cluster|worker_threads|vm)['"]|\beval\s*\(|\bnew Function\b/

test('nothing that is shipped starts a program but the one place that asks git', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const sources = files.filter((file) => file.endsWith('.ts'))
  assert.deepEqual(
    sources.filter((file) => starting.test(readFileSync(file, 'utf8'))),
    [asker],
  )
})

test('that place starts git, and no shell', () => {
  const source = readFileSync(asker, 'utf8')
  assert.deepEqual(source.match(/\bexec\w*\(.*?,/g), ["execFileSync('git',"])
  assert.doesNotMatch(source, /\bshell\b|\bspawn/)
})
