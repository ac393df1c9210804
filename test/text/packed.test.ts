import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { LineStarts } from '../../server/src/core/text/lines.ts'
import { packed, packedSpans, unpacked, unpackedSpan, unpackedSpans } from '../../server/src/core/text/packed.ts'

const number = fc.oneof(fc.nat(300), fc.nat(), fc.maxSafeNat(), fc.constantFrom(32_767, 32_768, 2 ** 30 - 1, 2 ** 30))

test('numbers that are packed come back', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3000 }), (numbers) =>
      assert.deepEqual(unpacked(packed(numbers)), numbers),
    ),
  )
})

test('so do spans', () => {
  const span = fc.tuple(fc.nat(4_000_000), fc.nat(300_000)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const all = packedSpans(spans)
      assert.deepEqual(unpackedSpans(all), spans)
      for (const [at, one] of spans.entries()) assert.deepEqual(unpackedSpan(all, at), one)
    }),
  )
})

test('what is packed stays small, however many spans there are and however far in a text', () => {
  const spans = Array.from({ length: 100_000 }, (_, at) => ({ start: 40 * at, end: 40 * at + 3 }))
  assert.ok(packedSpans(spans).length <= 3 * spans.length)
})

test('lines begin where they began, however long and many they are', () => {
  const long = 'x'.repeat(70_000)
  const text = `${long}\r\n${long}${long}\r\r\n${'\n'.repeat(20_000)}end`
  const starts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  const lines = new LineStarts(text)
  assert.equal(lines.count, starts.length)
  assert.deepEqual(
    starts.map((_, line) => lines.start(line)),
    starts,
  )
  assert.equal(lines.end(lines.count - 1), text.length)
})
