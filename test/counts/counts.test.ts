import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { community, newest } from '../support/community.ts'
import { Served, type Work } from './served.ts'
import { drawnTable, withTable } from './table.ts'

/** Made-up communities with so many minutes. */
const sizes = [50, 200, 800]

const page = 'test/counts/counts.md'

/** What a server is made to do, one step after the other. */
interface Step {
  readonly name: string
  /** What may take more work in a larger repository; all else is the same in one of any size. */
  readonly grows?: readonly (keyof Work)[]
  act(served: Served): Promise<void>
}

const elsewhere = 'storage/20250312.md'
const coming = 'harbour/20250319.md'

/** All that grows when all files are looked through. */
const everything = ['read', 'skimmed', 'checked', 'consulted'] as const

/** The closed minutes that are newest: fewer than the smallest community has. */
const pulled = [...community(50).keys()].filter((path) => /\.md$/.test(path) && !Object.values(newest).includes(path))

const steps: readonly Step[] = [
  { name: 'The repository is read', grows: ['read', 'skimmed', 'consulted'], act: (served) => served.read() },
  { name: 'A report is opened', grows: ['consulted'], act: (served) => served.open(newest.report) },
  { name: 'A second document is opened', act: (served) => served.open(newest.minutes) },
  { name: 'A keystroke', act: (served) => served.type(newest.report, 'x') },
  { name: 'A keystroke in the other document', act: (served) => served.type(newest.minutes, 'x') },
  { name: 'The document is saved', act: (served) => served.save(newest.report) },
  { name: 'A third document is opened', act: (served) => served.open(elsewhere) },
  { name: 'It is closed as it was', act: (served) => served.close(elsewhere) },
  {
    name: 'A file is created',
    grows: ['consulted'],
    act: (served) => served.store([coming], () => '# Team Harbour 2025-03-19\n'),
  },
  {
    name: `${pulled.length} files are pulled`,
    act: (served) => served.store(pulled, (text) => `${text}\nAnd more.\n`),
  },
  { name: `${pulled.length} files are told of, as they were`, act: (served) => served.store(pulled, (text) => text) },
  { name: 'A file is deleted', grows: ['consulted'], act: (served) => served.delete(coming) },
  {
    name: "The editor's settings change",
    act: (served) => served.configure({ rules: { 'stale-minutes-line': 'error' } }),
  },
  {
    name: '.minutes.json changes',
    grows: ['consulted'],
    act: (served) => served.store(['.minutes.json'], (text) => text.replace('}', ', "ignore": ["drafts/**"] }')),
  },
  { name: 'All files are checked', grows: everything, act: (served) => served.watch() },
  { name: 'A keystroke after that', act: (served) => served.type(newest.report, 'x') },
  {
    name: 'The document is saved, and all files are checked',
    grows: everything,
    act: async (served) => {
      await served.save(newest.report)
      await served.news()
    },
  },
]

const counted: Work[][] = []
for (const size of sizes) counted.push(await countedIn(size))

test(`${page} says what each step costs`, () => {
  const document = readFileSync(page, 'utf8')
  const rows = steps.map(({ name }, at) => ({ name, works: counted.map((works) => works[at]!) }))
  const updated = withTable(document, drawnTable(rows))
  if (process.env.UPDATE_CASES) writeFileSync(page, updated)
  else assert.equal(document, updated, 'Read what has changed. "node scripts/test.mjs counts --update" writes it.')
})

describe('in a larger repository there is no more to do', () => {
  for (const [at, { name, grows = [] }] of steps.entries()) {
    test(name, () => {
      const [smallest, ...larger] = counted.map((works) => ({ ...works[at]!, ...zeros(grows) }))
      for (const work of larger) assert.deepEqual(roughly(work), roughly(smallest!))
    })
  }
})

async function countedIn(size: number): Promise<Work[]> {
  const served = await Served.start(community(size))
  const works: Work[] = []
  for (const step of steps) works.push(await served.workOf(() => step.act(served)))
  served.end()
  return works
}

function zeros(names: readonly (keyof Work)[]): Partial<Work> {
  return Object.fromEntries(names.map((name) => [name, 0]))
}

/** Numbers have more digits in a larger repository. */
function roughly(work: Work): Work {
  return { ...work, bytes: Math.ceil(work.bytes / 100) }
}
