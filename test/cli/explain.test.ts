import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { rules } from '../../server/src/core/rules/index.ts'
import { minutes } from '../support/command.ts'

describe('minutes explain', () => {
  test('prints the page of each rule, for readers', () => {
    assert.ok(rules.length > 5)
    for (const { id } of rules) {
      const { status, out, err } = minutes('.', 'explain', id)
      assert.deepEqual({ status, err }, { status: 0, err: '' }, id)
      assert.match(out, new RegExp(`^# ${id}\n`))
      assert.doesNotMatch(out, /^````/m, `${id}: no fence for the tests is left`)
      assert.doesNotMatch(out, /\]\([a-z-]+\.md/, `${id}: no link is left that a terminal cannot follow`)
    }
  })

  test('says how to read the pages that a page leads to', () => {
    assert.match(
      minutes('.', 'explain', 'malformed-handle').out,
      /rules of unknown-handle \("minutes explain unknown-handle"\)/,
    )
  })

  test('finds the pages beside the program, wherever one stands', () => {
    assert.equal(minutes('/', 'explain', 'date-mismatch').status, 0)
    assert.deepEqual(readdirSync('dist/rules').sort(), rules.map(({ id }) => `${id}.md`).sort())
  })

  test('lists the rules, and says how to those who name none, or several', () => {
    for (const names of [[], ['date-mismatch', 'copied-minutes']]) {
      const err = 'Name one rule.\n"minutes help explain" tells more.\n'
      assert.deepEqual(minutes('.', 'explain', ...names), { status: 2, out: '', err })
    }
    const { out } = minutes('.', 'help', 'explain')
    assert.match(out, /^Usage: minutes explain RULE\n[\s\S]*^ {2}invalid-settings +Mistake/m)
    const words = out.replace(/\s+/g, ' ')
    for (const { id, title, off } of rules)
      assert.ok(words.includes(` ${id} ${title} ${off ? '(off by default) ' : ''}`), id)
  })

  test('tells what is reported without a rule', () => {
    const { status, out } = minutes('.', 'explain', 'invalid-settings')
    assert.equal(status, 0)
    assert.match(out, /^# invalid-settings\n\nThis is no rule: mistakes in \.minutes\.json/)
  })

  test('suggests the nearest of the rules', () => {
    const { status, err } = minutes('.', 'explain', 'stale-minute-line')
    assert.equal(status, 2)
    assert.match(err, /^There is no rule "stale-minute-line"\. Did you mean stale-minutes-line\?\n$/)
    assert.match(minutes('.', 'explain', 'mismatch').err, /Did you mean date-mismatch\?/)
    assert.match(minutes('.', 'explain', 'x').err, /^There is no rule "x"\. The rules are:\n {2}/)
    assert.match(minutes('.', 'explain', '../cli').err, /^There is no rule/)
    assert.match(minutes('.', 'explain', '--all').err, /^There is no option --all\./)
  })
})
