import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { namesBelow, widthOf, wrapped } from '../../server/src/node/columns.ts'
import { minutes } from '../support/command.ts'

const usual = 80

function assertNarrow(text: string) {
  for (const line of text.split('\n')) assert.ok(widthOf(line) <= usual, line)
}

describe('minutes help', () => {
  test('fits into a terminal of the usual width', () => {
    const { out } = minutes('.', 'help')
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, command]) => command!)
    assert.ok(commands.length > 9)
    for (const command of ['help', ...commands]) {
      const help = minutes('.', 'help', command)
      assert.deepEqual({ status: help.status, err: help.err }, { status: 0, err: '' })
      assertNarrow(help.out)
    }
  })

  test('and so do lists of what there is', () => {
    for (const args of [['nothing'], ['explain', 'x'], ['check', '--rule', 'x']]) {
      const { status, err } = minutes('.', ...args)
      assert.equal(status, 2)
      assertNarrow(err)
    }
  })
})

describe('a text in lines', () => {
  test('goes on below its beginning', () => {
    const text = `  rule  ${'ab '.repeat(24)}ab cd ef`
    assert.equal(wrapped(text, 8), `  rule  ${'ab '.repeat(23)}ab\n        ab cd ef`)
  })

  test('takes a run of blanks away where a line ends, and nowhere else', () => {
    const line = 'ab '.repeat(26)
    assert.equal(wrapped(`${line}  abc  de`, 4), `${line.trimEnd()}\n    abc  de`)
    assert.equal(wrapped(`  ${'x'.repeat(90)}   y`, 2), `  ${'x'.repeat(90)}\n  y`)
  })

  test('counts the columns of a terminal, and breaks no word', () => {
    assert.equal(wrapped(`${'会'.repeat(39)} a bc`, 2), `${'会'.repeat(39)} a\n  bc`)
    assert.equal(wrapped('x'.repeat(90), 2), 'x'.repeat(90))
    assert.equal(namesBelow(['a', 'b']), '\n  a, b')
  })
})
