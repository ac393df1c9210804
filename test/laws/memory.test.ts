import assert from 'node:assert/strict'
import test from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const files = 40
const size = 250_000

test('a summary does not hold its text', () => {
  const before = heldBytes()
  const summaries = Array.from({ length: files }, (_, at) => summaryOf(at))
  const held = heldBytes() - before
  assert.equal(summaries.length, files)
  assert.ok(held < (files * size) / 4, `${files} summaries of ${size} characters each hold ${held} bytes`)
})

/** The summary of a long text with everything in it that a summary keeps a piece of. */
function summaryOf(at: number): Summary {
  const head = [
    `# A meeting with a long title, number ${at}`,
    'Minutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/20250303.md',
    `<a name="an-anchor-of-its-own-${at}"></a> [a path](../storage/20250303-of-some-length.md)`,
    `- @somebody-with-a-long-handle-${at}`,
    `- AI @somebody-who-promises-a-thing-${at}: write down what a summary holds of an action`,
  ].join('\n\n')
  const prose = `The harbour was quiet on day ${at}. `
  return summarise(readMinutes(`call/${20_250_000 + at}.md`, `${head}\n\n${prose.repeat(size / prose.length)}`))
}

function heldBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
