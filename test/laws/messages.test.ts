import { describe, it } from 'node:test'
import fc from 'fast-check'
import { messageLaws } from './messages.ts'

const seed = 20250312
const runs = 100

describe(`what holds whatever an editor says, seed ${seed}`, () => {
  for (const [name, law] of Object.entries(messageLaws())) it(name, async () => fc.assert(law, { seed, numRuns: runs }))
})
