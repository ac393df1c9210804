import assert from 'node:assert/strict'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { Script } from 'node:vm'
import { compiledFile, loadProgram } from '../../server/src/node/load-program.ts'
import { minutes, minutesOf } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

const saying = (word: string) => `(function (module) { module.exports = { word: () => '${word}' } })`

/** What V8 makes of a program that has run. */
function compiled(source: string): Buffer {
  const script = new Script(source)
  const module = { exports: { word: () => '' } }
  script.runInThisContext()(module)
  module.exports.word()
  return script.createCachedData()
}

function wordOf(t: TestContext, source: string, cache?: Buffer): string {
  const folder = new Folder(t, { 'program.js': source })
  if (cache) writeFileSync(compiledFile(folder.at('program.js')), cache)
  return loadProgram<{ word(): string }>(folder.at('program.js')).word()
}

describe('a program', () => {
  test('is compiled where nothing is left beside it', (t) => assert.equal(wordOf(t, saying('one')), 'one'))

  // V8 asks no more of a program than that it is as long.
  test('starts from what V8 has made of it', (t) =>
    assert.equal(wordOf(t, saying('one'), compiled(saying('two'))), 'two'))

  test('is compiled where that is of another program, cut off, or something else', (t) => {
    const two = compiled(saying('two'))
    for (const cache of [compiled(saying('three')), two.subarray(0, two.length / 2), Buffer.alloc(0), Buffer.from('x')])
      assert.equal(wordOf(t, saying('one'), cache), 'one')
  })
})

describe('the command line', () => {
  test('is built with what V8 makes of it, and that is taken', () => {
    const file = compiledFile(`${process.cwd()}/dist/program.js`)
    assert.ok(existsSync(file))
    const script = new Script(readFileSync('dist/program.js', 'utf8'), { cachedData: readFileSync(file) })
    assert.equal(script.cachedDataRejected, false)
  })

  test('says the same without it', (t) => {
    const folder = new Folder(t)
    cpSync('dist', folder.root, { recursive: true, filter: (file) => !file.endsWith('.map') })
    for (const name of readdirSync(folder.root)) if (name.endsWith('.cache')) rmSync(folder.at(name))
    const { root } = Folder.sample(t)
    for (const args of [['check'], ['check', '--format', 'sarif'], ['explain', 'date-mismatch'], ['nonsense']])
      assert.deepEqual(minutesOf(folder.at('cli.js'), root, ...args), minutes(root, ...args))
  })
})
