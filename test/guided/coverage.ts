import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

/** V8's compilers whose code does not count how often it runs. */
const optimizing = ['opt', 'maglev']

/** What has run of each function. */
export type Ran = readonly Profiler.FunctionCoverage[]

/** Tells which functions of this program run, and which stretches of each. V8 counts them. */
export class Coverage {
  private readonly session = new Session()
  private readonly text = readFileSync(fileURLToPath(import.meta.url), 'utf8')
  private readonly counted: Uint8Array

  /** Functions of other modules do not count. Names of modules start at the repository's root. */
  constructor(counts: (module: string) => boolean) {
    this.counted = charactersOf(this.text, counts)
    for (const compiler of optimizing) setFlagsFromString(`--no-${compiler}`)
    this.session.connect()
    this.ask('Profiler.enable')
    this.ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** How many characters the program has. */
  get length(): number {
    return this.text.length
  }

  /** What has run since the last time. Asking takes some milliseconds. */
  taken(): Ran {
    const { result } = this.ask('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType
    const functions = result.find(({ url }) => url === import.meta.url)?.functions ?? []
    return functions.filter(({ ranges }) => this.counted[ranges[0]!.startOffset])
  }

  stop(): void {
    this.session.disconnect()
    for (const compiler of optimizing) setFlagsFromString(`--${compiler}`)
  }

  private ask(method: string, params: object = {}): unknown {
    let answer: unknown
    // A session with one's own thread answers at once.
    this.session.post(method, params, (error, result) => {
      assert.ifError(error)
      answer = result
    })
    return answer
  }
}

/** The code that has run in all. */
export class Reached {
  /** For each character whether it has run. */
  private all: Buffer

  constructor(coverage: Coverage) {
    this.all = Buffer.alloc(coverage.length)
  }

  /** How many characters have run. */
  get size(): number {
    return this.all.reduce((sum, one) => sum + one, 0)
  }

  lacks(ran: Ran): boolean {
    return !this.with(ran).equals(this.all)
  }

  /** Whether some of it had not run before. */
  add(ran: Ran): boolean {
    const before = this.all
    this.all = this.with(ran)
    return !before.equals(this.all)
  }

  private with(ran: Ran): Buffer {
    const all = Buffer.from(this.all)
    // Functions and stretches come before those within them.
    for (const { startOffset, endOffset, count } of ran.flatMap(({ ranges }) => ranges)) {
      if (count) all.fill(1, startOffset, endOffset)
      else this.all.copy(all, startOffset, startOffset, endOffset)
    }
    return all
  }
}

/** For each character whether it is that of a module that counts; esbuild names each above its text. */
function charactersOf(text: string, counts: (module: string) => boolean): Uint8Array {
  const characters = new Uint8Array(text.length)
  const modules = [...text.matchAll(/^\/\/ (\S+\.ts)$/gm)]
  for (const [at, { 1: name, index }] of modules.entries())
    if (counts(name!)) characters.fill(1, index, modules[at + 1]?.index)
  assert.ok(characters.includes(1), 'no module counts')
  return characters
}
