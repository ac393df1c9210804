import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addedLines } from '../../server/src/node/since/changed-lines.ts'
import { renames } from '../../server/src/node/since/renames.ts'
import { randomFrom } from '../support/random.ts'

describe('added lines', () => {
  const added = (before: string, now: string) => [...addedLines([...before].join('\n'), [...now].join('\n'))].sort()

  test('are those of a shortest change', () => {
    assert.deepEqual(added('abc', 'abc'), [])
    assert.deepEqual(added('abc', 'abxc'), [2])
    assert.deepEqual(added('abc', 'xabc'), [0])
    assert.deepEqual(added('abc', 'ac'), [])
    assert.deepEqual(added('abc', 'axc'), [1])
    assert.deepEqual(added('abcabba', 'cbabac'), [1, 5])
    assert.deepEqual(added('ab', 'ba').length, 1)
  })

  test('do not come from line ends', () => {
    assert.deepEqual([...addedLines('a\nb\n', 'a\r\nb\rc')], [2])
  })

  test('leave, taken away, a part of the text before, whatever has changed', () => {
    const next = randomFrom(7)
    const text = (length: number) => Array.from({ length }, () => 'abcd'[next(4)]).join('')
    for (let round = 0; round < 300; round += 1) {
      const [before, now] = [text(round % 17), text(round % 13)]
      const lines = addedLines([...before].join('\n'), [...now].join('\n'))
      const kept = [...now].filter((_, line) => !lines.has(line)).join('')
      assert.match(before, new RegExp([...kept].join('.*')), `${before} → ${now}`)
      assert.equal(kept.length, now ? longestCommon(before, now) : 0, `${before} → ${now}`)
    }
  })

  test('are found soon in texts of which nothing is the same', () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`)
    const [before, now] = [lines('a'), lines('b')]
    assert.equal(addedLines(before.join('\n'), now.join('\n')).size, now.length)
    assert.equal(addedLines(before.join('\n'), [...before].reverse().join('\n')).size, 0, 'all of them were there')
  })
})

describe('renames', () => {
  const file = (path: string, ...lines: string[]) => ({ path, text: lines.join('\n') })
  const pairs = (gone: ReturnType<typeof file>[], come: ReturnType<typeof file>[]) => [...renames(gone, come)]

  test('are files with the same text, or with most of it', () => {
    const [ropes, hooks] = [
      ['# Ropes', 'New ones', 'Order them'],
      ['# Hooks', 'All hold', 'Thanks'],
    ]
    assert.deepEqual(
      pairs([file('a', ...ropes), file('b', ...hooks)], [file('c', ...hooks), file('d', ...ropes, 'Today')]),
      [
        ['c', 'b'],
        ['d', 'a'],
      ],
    )
    assert.deepEqual(pairs([file('a', ...ropes)], [file('c', ...hooks)]), [])
    assert.deepEqual(pairs([], [file('c', ...hooks)]), [])
  })

  test('give no file away twice, and the same text goes first', () => {
    assert.deepEqual(pairs([file('a', 'x', 'y', 'z')], [file('b', 'x', 'y', 'w'), file('c', 'x', 'y', 'z')]), [
      ['c', 'a'],
    ])
  })
})

function longestCommon(a: string, b: string): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const x of a) {
    let left = 0
    for (let at = 1; at <= b.length; at += 1) {
      const above = row[at]!
      row[at] = x === b[at - 1] ? left + 1 : Math.max(above, row[at - 1]!)
      left = above
    }
  }
  return row[b.length]!
}
