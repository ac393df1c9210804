import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'

type Wrapped<Exports> = (module: { exports: Exports }, require: NodeJS.Require, folder: string) => void

/**
 * What a program exports that the build has wrapped into a function. To compile it takes a tenth of a check's time, so the build leaves
 * beside it what its own V8 has made of it. The same V8 starts from that; any other does not take it, and compiles the program.
 */
export function loadProgram<Exports>(file: string): Exports {
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, cachedData: compiled(file) })
  const module = { exports: {} as Exports }
  const program: Wrapped<Exports> = script.runInThisContext()
  program(module, createRequire(file), dirname(file))
  return module.exports
}

/** Where the build leaves what V8 has made of a program. V8 believes what it finds, so the name says of which V8 and processor it is. */
export function compiledFile(program: string): string {
  return program.replace(/js$/, `${process.version}-${process.arch}-${cachedDataVersionTag()}.cache`)
}

function compiled(program: string): Buffer | undefined {
  try {
    return readFileSync(compiledFile(program))
  } catch {
    return undefined
  }
}
