// Leaves beside the program of the command line what V8 makes of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'

/**
 * Compiles a program and lets it check the sample, because V8 compiles a function when it is first called, and keeps the result as
 * `load-program.ts` looks for it.
 * @param {string} program
 */
export async function writeCompiled(program) {
  const file = resolve(program)
  const script = new Script(readFileSync(file, 'utf8'), { filename: file })
  const module = { exports: {} }
  script.runInThisContext()(module, createRequire(file), dirname(file))
  const terminal = { cwd: process.cwd(), out() {}, err() {}, colours: false, showsProgress: false }
  for (const format of ['text', 'json'])
    await module.exports.main(['check', '--format', format, 'test/sample'], terminal)
  const name = `${process.version}-${process.arch}-${cachedDataVersionTag()}.cache`
  writeFileSync(file.replace(/js$/, name), script.createCachedData())
}
