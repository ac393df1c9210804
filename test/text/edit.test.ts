import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stepsBetween } from '../../server/src/core/text/edit.ts'

const between = `\n${'- the ropes of the harbour\n'.repeat(100)}`

describe('the steps from a text to another one', () => {
  it('are two where two lines changed that are far from each other', () => {
    const before = `one${between}two\nlast\n`
    const halfway = `one more${between}two\nlast\n`
    const after = `one more${between}tw\nlast\n`
    assert.deepEqual(textsOf(before, after), [before, halfway, after])
  })

  for (const [what, before, after] of [
    ['one line changed', `one${between}two`, `one${between}two more`],
    ['nothing changed', between, between],
    ['all was taken away', between, ''],
    ['all is new', '', between],
    ['the lines are near', 'one\n\ntwo\n', 'one more\n\ntwo more\n'],
    ['a third line changed', `one${between}two${between}three`, `1${between}2${between}3`],
    ['lines end in carriage returns', `one${between}two`.replace(/\n/g, '\r'), `1${between}2`.replace(/\n/g, '\r')],
  ] as const)
    it(`are one where ${what}`, () => assert.deepEqual(textsOf(before, after), [before, after]))

  it('each keep what is not in the part that changed', () => {
    for (const { before, after, changed } of stepsBetween(`one${between}two!`, `one more${between}!`)) {
      assert.ok(before.startsWith(after.slice(0, changed.start)))
      assert.ok(before.endsWith(after.slice(changed.end)))
      assert.ok(changed.start + after.length - changed.end <= before.length)
    }
  })
})

/** The text before, and those after each step. */
function textsOf(before: string, after: string): string[] {
  return [before, ...stepsBetween(before, after).map(({ after }) => after)]
}
