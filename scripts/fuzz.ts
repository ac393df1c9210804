// Tries the laws of test/laws/fuzz.ts, markdown.ts and messages.ts on what is made up by chance, in turn, until the time is over or one is broken.
// With --by-coverage it tries those of test/guided/ instead, on inputs that are kept and mutated when they run code that none before them ran.
//   npm run fuzz -- [--seconds N] [--seed N] [--by-coverage]
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { laws } from '../test/laws/fuzz.ts'
import { markdownLaws } from '../test/laws/markdown.ts'
import { messageLaws } from '../test/laws/messages.ts'
import { fuzzByCoverage } from './fuzz/by-coverage.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    'by-coverage': { type: 'boolean' },
  },
})
if (values['by-coverage']) process.exit(fuzzByCoverage(Number(values.seed), Number(values.seconds)) ? 0 : 1)

const end = performance.now() + Number(values.seconds) * 1000
/** A conversation takes a hundred times as long as a text. */
const kinds = [
  { all: laws, runs: 500 },
  { all: markdownLaws, runs: 500 },
  { all: messageLaws, runs: 50 },
]
const executions = new Map<string, number>()
let current = ''
process.on('unhandledRejection', (error) => broken(error))

for (let seed = Number(values.seed); performance.now() < end; seed += 1) {
  for (const { all, runs } of kinds) {
    for (const [name, law] of Object.entries<fc.IRawProperty<unknown>>(all())) {
      current = `${name} (npm run fuzz -- --seed ${seed})`
      // Whoever waits for a law that does not end sees which.
      process.stderr.write(`\r${`Seed ${seed}: ${name}`.padEnd(90)}`)
      const { failed, numRuns, ...details } = await fc.check(law, { seed, numRuns: runs })
      executions.set(name, (executions.get(name) ?? 0) + numRuns)
      if (failed) broken(details.counterexample, details.errorInstance)
    }
  }
}
console.log()
console.log(`From seed ${values.seed} on, for ${values.seconds} s:`)
for (const [name, count] of executions) console.log(`${String(count).padStart(9)}  ${name}`)
process.exit()

function broken(counterexample: unknown, error?: unknown): never {
  console.error(`\nBroken: ${current}`)
  console.error(counterexample instanceof Error ? counterexample : JSON.stringify(counterexample), error ?? '')
  process.exit(1)
}
