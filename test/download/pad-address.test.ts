import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownAddress } from '../../server/src/download/pad-address.ts'

test('the text of a pad is found from whichever view of it somebody looks at', () => {
  const text = 'https://pad.example.org/boats/download'
  for (const view of ['', '/', '/edit', '/view', '/both', '/slide', '/publish', '/download', '?both', '/edit#agenda'])
    assert.equal(markdownAddress(`https://pad.example.org/boats${view}`), text, view)
  assert.equal(markdownAddress(' https://example.org/boats.md?raw=1 '), 'https://example.org/boats.md')
  assert.equal(markdownAddress('https://pad.example.org'), undefined)
  assert.equal(markdownAddress('boats'), undefined)
})
