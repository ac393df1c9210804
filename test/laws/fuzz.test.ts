import { describe, it } from 'node:test'
import fc from 'fast-check'
import { laws } from './fuzz.ts'
import { markdownLaws } from './markdown.ts'

const seed = 20250312
const runs = 300

describe(`what holds whatever somebody writes, seed ${seed}`, () => {
  for (const [name, law] of Object.entries({ ...laws(), ...markdownLaws() }))
    it(name, () => fc.assert(law, { seed, numRuns: runs }))
})
