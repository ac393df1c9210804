import assert from 'node:assert/strict'
import test from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { placesOfHandles } from '../../server/src/core/repository/handle-summary.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
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
