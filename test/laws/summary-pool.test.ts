import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { SummaryHandle } from '../../server/src/core/repository/handle-summary.ts'
import type { SummaryIssue } from '../../server/src/core/repository/issue-summary.ts'
import type { SummaryHeading } from '../../server/src/core/repository/summary.ts'
import { SummaryPool } from '../../server/src/core/repository/summary-pool.ts'

const word = fc.constantFrom('a', 'b')
const plain = { noNullPrototype: true } as const
const handle: fc.Arbitrary<SummaryHandle> = fc.record(
  {
    name: word,
    count: fc.nat(2),
    profiles: fc.nat(1),
    listed: fc.boolean(),
    names: fc.array(word, { maxLength: 2 }),
  },
  plain,
)
const issue: fc.Arbitrary<SummaryIssue> = fc
  .record({
    url: word,
    label: fc.option(
      fc.record({ alias: word, form: fc.option(word, { nil: undefined }), withTitle: fc.boolean() }, plain),
      {
        nil: undefined,
      },
    ),
    title: fc.option(fc.record({ text: word, labelled: fc.boolean() }, plain), { nil: undefined }),
  })
  .map((rest) => ({ issue: `${rest.url}#1`, repository: rest.url, ...rest }))
const heading: fc.Arbitrary<SummaryHeading> = fc.record({ title: word, anchor: word, depth: fc.nat(1) }, plain)
/** As many as a pool keeps of those that have their key in common. */
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 16 })

test('a pool gives what is equal in everything, and one for what came before', () => {
  fc.assert(
    fc.property(few(handle), few(issue), few(heading), (handles, issues, headings) => {
      const pool = new SummaryPool()
      const kept = () => [
        ...handles.map((one) => pool.handle(one)),
        ...issues.map((one) => pool.issue(one)),
        ...headings.map((one) => pool.heading(one)),
      ]
      const first = kept()
      assert.deepEqual(first, [...handles, ...issues, ...headings])
      for (const [at, one] of kept().entries()) assert.equal(one, first[at])
    }),
  )
})

test('a pool keeps what is said again and again, however much else is said', () => {
  const pool = new SummaryPool()
  const weekly = (depth: number) => pool.heading({ title: 'Topics', anchor: 'topics', depth })
  const [first, other] = [weekly(2), weekly(3)]
  for (let at = 0; at < 100_000; at += 1) {
    pool.heading({ title: `The topic of week ${at}`, anchor: '', depth: 2 })
    if (at % 1_000 === 0) assert.equal(weekly(2), first)
    if (at % 7_000 === 0) assert.equal(weekly(3), other)
  }
})

test('a pool knows what is said of a key by the first who say it, and gives the rest as it is', () => {
  const pool = new SummaryPool()
  const depths = Array.from({ length: 100 }, (_, depth) => depth)
  const said = () => depths.map((depth) => pool.heading({ title: 'Topics', anchor: 'topics', depth }))
  const [first, again] = [said(), said()]
  assert.deepEqual(again, first)
  assert.ok(again.some((heading, at) => heading === first[at]))
})
