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

/** A text for each thing of which a summary keeps a piece. */
const said: Readonly<Record<string, (at: number) => string>> = {
  headings: (at) => `# A meeting with a long title, number ${at}`,
  minutesLines: (at) =>
    `# A\n\nMinutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/${20_250_000 + at}.md`,
  htmlAnchors: (at) => `<a name="an-anchor-of-its-own-${at}"></a>`,
  links: (at) => `[a path](../storage/20250303-of-some-length-${at}.md)`,
  forgeLinks: (at) => `https://github.com/lighthouse-commons/minutes/blob/main/storage/${20_250_000 + at}.md`,
  pictures: (at) => `<img src="pictures/of-some-length-${at}.png">`,
  uploads: (at) => `![](https://pad.lighthouse.example/uploads/upload_0123456789abcdef0123456789abc${100 + at}.png)`,
  relativePictures: (at) => `![](pictures/of-some-length-${at}.png)`,
  handles: (at) => `- @somebody-with-a-long-handle-${at}`,
  roles: (at) => `Minute taker: @somebody-who-writes-it-down-${at}`,
  attendance: (at) => `## Participants\n\n- Somebody Present Number${at}\n- @somebody-who-is-there-${at}`,
  dialIns: (at) => `Dial-in: +44 1632 ${960_100 + at}, passcode 482913`,
  issues: (at) => `[ropes#${at}: Splice the hawser, part ${at}](https://github.com/tides/ropes/issues/${at})`,
  shorthands: (at) => `as in tides-of-some-length-${at}/ropes#12`,
  actions: (at) => `- AI @somebody-who-promises-a-thing-${at}: write down what a summary holds of an action`,
  closings: (at) => `- Done: @somebody-who-has-done-it-${at} wrote down what a summary holds of a closing`,
  'a line of a template': (at) =>
    `# Minutes of YYYY-MM-DD\n\n- <name of the topic>, which somebody has to replace, ${at}`,
}

for (const [name, text] of Object.entries(said)) {
  test(`a summary does not hold its text: ${name}`, () => {
    const path = (at: number) => (name === 'a line of a template' ? `${at}/template.md` : `call/${20_250_000 + at}.md`)
    assert.ok(has(name, summarise(readMinutes(path(0), text(0)))), 'the summary has nothing of it')
    const held = heldBy(() =>
      Array.from({ length: files }, (_, at) => summarise(readMinutes(path(at), `${text(at)}\n\n${prose(at)}`))),
    )
    assert.ok(held < (files * size) / 4, `${files} summaries of ${size} characters each hold ${held} bytes`)
  })
}

test('what two minutes say alike is one thing', () => {
  const text = [
    '# Minutes of 2025-03-05',
    '- Ines Berg (@ines-berg)',
    '[ropes#12: Splice the hawser](https://github.com/tides/ropes/issues/12)',
  ].join('\n\n')
  const pool = new SummaryPool()
  const [one, other] = ['call/20250305.md', 'pier/20250305.md'].map((path) =>
    summarise(readMinutes(path, text), {}, pool),
  ) as [Summary, Summary]
  for (const kind of ['headings', 'handles', 'issues'] as const) {
    assert.equal(one[kind].length, 1)
    assert.equal(one[kind][0], other[kind][0], kind)
  }
  assert.equal(one.statedDates, other.statedDates)
  assert.deepEqual(one.statedDates, ['2025-03-05'])
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

test('a pool holds no long titles, of which somebody who types leaves one with each keystroke', () => {
  const pool = new SummaryPool()
  const long = words.repeat(20)
  const held = heldBy(() => {
    for (let at = 0; at < 20_000; at += 1) pool.heading({ title: owned(long + at), anchor: '', depth: 1 })
    return pool
  })
  assert.ok(held < long.length * 100, `${held} bytes are held of titles of ${long.length} characters`)
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

function prose(at: number): string {
  const sentence = `The harbour was quiet on day ${at}. `
  return sentence.repeat(size / sentence.length)
}

function has(name: string, summary: Summary): boolean {
  const kept = summary[(name in summary ? name : 'templateLines') as 'headings' | 'attendance']
  return Array.isArray(kept) ? kept.length > 0 : kept !== undefined
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
