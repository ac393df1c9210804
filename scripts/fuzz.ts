// Tries the laws of test/laws/fuzz.ts on minutes that are made up by chance, in turn, until the time is over or one is broken.
//   npm run fuzz -- [--seconds N] [--seed N]
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { laws } from '../test/laws/fuzz.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const end = performance.now() + Number(values.seconds) * 1000
const runs = 500
const executions = new Map(Object.keys(laws()).map((name) => [name, 0]))

for (let seed = Number(values.seed); performance.now() < end; seed += 1) {
  for (const [name, law] of Object.entries(laws())) {
    // Whoever waits for a law that does not end sees which.
    process.stderr.write(`\r${`Seed ${seed}: ${name}`.padEnd(90)}`)
    const { failed, numRuns, ...details } = fc.check(law, { seed, numRuns: runs })
    executions.set(name, executions.get(name)! + numRuns)
    if (!failed) continue
    console.error(`\nBroken: ${name} (npm run fuzz -- --seed ${seed})`)
    console.error(JSON.stringify(details.counterexample), details.errorInstance)
    process.exit(1)
  }
}
console.log(`From seed ${values.seed} on, for ${values.seconds} s:`)
for (const [name, count] of executions) console.log(`${String(count).padStart(9)}  ${name}`)
