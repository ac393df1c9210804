import assert from 'node:assert/strict'
import test from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { TextPool } from '../../server/src/core/text/text-pool.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const files = 40
const size = 250_000

test('a summary does not hold its text', () => {
  const held = heldBy(() => Array.from({ length: files }, (_, at) => summaryOf(at)))
  assert.ok(held < (files * size) / 4, `${files} summaries of ${size} characters each hold ${held} bytes`)
})

test('what many minutes say alike is held once', () => {
  const topics = Array.from(
    { length: 50 },
    (_, at) => `## ${'What the harbour does every week, '.repeat(20)} part ${at}`,
  )
  const text = topics.join('\n\n')
  const summaries = (pool: () => TextPool) =>
    Array.from({ length: files }, (_, at) => summarise(readMinutes(`call/${20_250_000 + at}.md`, text), {}, pool()))
  const shared = new TextPool()
  const [alike, apart] = [() => shared, () => new TextPool()].map((pool) => heldBy(() => summaries(pool))) as [
    number,
    number,
  ]
  assert.ok(alike < apart / 2, `${alike} bytes are held with one pool, ${apart} with a pool each`)
})

test('a pool forgets what nobody has said for long', () => {
  const pool = new TextPool()
  const count = 200_000
  const words = 'as somebody types, each key leaves a heading of its own, '
  const held = heldBy(() => {
    for (let at = 0; at < count; at += 1) pool.own(words + at)
    return pool
  })
  assert.ok(held < count * words.length, `${held} bytes are held of ${count * words.length} characters`)
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

/** How many bytes of the heap the result of some work takes. */
function heldBy(work: () => unknown): number {
  const before = heldBytes()
  const result = work()
  const held = heldBytes() - before
  assert.ok(result)
  return held
}

function heldBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
