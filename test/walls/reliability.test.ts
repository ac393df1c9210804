import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'

const page = readFileSync('docs/reliability.md', 'utf8')

test('each promise names the tests that hold it, and they exist', () => {
  const promises = page.split(/^- /m).slice(1)
  assert.ok(promises.length > 15)
  for (const promise of promises) {
    const [tests = ''] = promise.split('\n\n')
    const named = [...tests.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file!)
    assert.ok(named.length, promise)
    for (const file of named) assert.ok(existsSync(file) && file.endsWith('.test.ts'), file)
  }
})
