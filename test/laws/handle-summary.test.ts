import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { placesOfHandles, type SummaryHandle } from '../../server/src/core/repository/handle-summary.ts'
import type { SummaryIssue } from '../../server/src/core/repository/issue-summary.ts'
import { type SummaryHeading, summarise } from '../../server/src/core/repository/summary.ts'
import { SummaryPool } from '../../server/src/core/repository/summary-pool.ts'
import { slice } from '../../server/src/core/text/span.ts'

const text = [
  '- @ines [@kwame](https://github.com/kwame) @Kwame',
  '- [@Kwame](https://github.com/kwame) @ines [@ines](https://github.com/ines-berg)',
  '- @kwame and [@kwame](https://github.com/kwame)',
].join('\n')

test('the places of each spelling are its own, and so are those in the URLs of profiles', () => {
  const summary = summarise(readMinutes('team/20230209.md', text))
  for (const [name, count, profiles] of [
    ['ines', 3, 0],
    ['kwame', 3, 2],
    ['Kwame', 2, 1],
  ] as const) {
    const places = placesOfHandles(summary, (handle) => handle.name === name)
    assert.deepEqual(
      places.spans.map((span) => slice(text, span)),
      Array.from({ length: count }, () => `@${name}`),
    )
    assert.deepEqual(
      places.profiles.map((span) => slice(text, span)),
      Array.from({ length: profiles }, () => 'kwame'),
    )
  }
  assert.equal(placesOfHandles(summary, () => true).spans.length, 8)
})

test('a file of links to profiles is read, however many there are', () => {
  const links = '[@a](https://github.com/a)\n'.repeat(155_000)
  const { handles } = summarise(readMinutes('team/20230209.md', links))
  assert.deepEqual(
    handles.map(({ count, profiles }) => [count, profiles]),
    [[155_000, 155_000]],
  )
})

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
