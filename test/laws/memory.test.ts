import assert from 'node:assert/strict'
import test from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { SummaryPool } from '../../server/src/core/repository/summary-pool.ts'
import { owned } from '../../server/src/core/text/owned.ts'
import { markdownFiles } from './files.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const files = 40
const size = 250_000

test('a summary does not hold its text', () => {
  const held = heldBy(() => Array.from({ length: files }, (_, at) => summaryOf(at)))
  assert.ok(held < (files * size) / 4, `${files} summaries of ${size} characters each hold ${held} bytes`)
})

test('what many minutes say alike is held once', () => {
  const topics = Array.from({ length: 500 }, (_, at) => `## What the harbour does every week, part ${at}`)
  const text = topics.join('\n\n')
  const summaries = (pool: () => SummaryPool) =>
    Array.from({ length: files }, (_, at) => summarise(readMinutes(`call/${20_250_000 + at}.md`, text), {}, pool()))
  const shared = new SummaryPool()
  const [alike, apart] = [() => shared, () => new SummaryPool()].map((pool) => heldBy(() => summaries(pool))) as [
    number,
    number,
  ]
  assert.ok(alike < apart / 2, `${alike} bytes are held with one pool, ${apart} with a pool each`)
})

const typed = 400_000
const words = 'as somebody types, each key leaves a heading of its own, '

test('a pool forgets what nobody has said for long', () => {
  const pool = new SummaryPool()
  const held = heldBy(() => {
    for (let at = 0; at < typed; at += 1) pool.heading({ title: owned(words + at), anchor: '', depth: 1 })
    return pool
  })
  assert.ok(held < typed * words.length, `${held} bytes are held of ${typed * words.length} characters`)
})

test('a piece of a text is forgotten with whoever has it', () => {
  const held = heldBy(() => {
    for (let at = 0; at < typed; at += 1) owned(words + at)
    return true
  })
  assert.ok(held < typed, `${held} bytes are held of ${typed * words.length} characters`)
})

test('the ends of a span take no more than itself', () => {
  // A single span without an end, or with half a number, makes V8 keep the ends of all of them as objects.
  for (const { path, text } of markdownFiles('test/sample')) {
    readMinutes(path, text)
    readMinutes(path, `${text}\n## Action items\n\n- @ines-berg: order a rope\n`)
  }
  const count = 100_000
  const held = heldBy(() => Array.from({ length: count }, (_, at) => ({ start: at, end: at + 1 })))
  assert.ok(held < count * 60, `${count} spans take ${held} bytes`)
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
