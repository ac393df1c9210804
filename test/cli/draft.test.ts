import assert from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { describe, test } from 'node:test'
import { minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'

const hooks = urlOf('crane/20250312.md')
const section = `### Team Crane\n\nMinutes: ${hooks}\n\n- [Hooks](${hooks}#hooks)\n`

/** The small repository before its second report. */
function beforeTheCall(): Record<string, string> {
  const { 'call/20250313.md': _, ...files } = smallRepository()
  return files
}

describe('minutes draft', () => {
  test('writes a report and prints its path', (t) => {
    const folder = new Folder(t, beforeTheCall())
    const { status, out, err } = minutes(folder.root, 'draft', '--date', '2025-03-13')
    assert.deepEqual({ status, out, err }, { status: 0, out: 'call/20250313.md\n', err: '' })
    assert.equal(folder.read('call/20250313.md'), `# Call 2025-03-13\n\n${section}`)
    assert.equal(minutes(folder.root, 'check', 'call').out.trim(), minutes(folder.root, 'check', 'crane').out.trim())
  })

  test('prints a report and writes nothing', (t) => {
    const folder = new Folder(t, beforeTheCall())
    const { status, out } = minutes(folder.at('crane'), 'draft', 'call', '--date', '2025-03-13', '--print')
    assert.equal(status, 0)
    assert.equal(out, `# Call 2025-03-13\n\n${section}`)
    assert.throws(() => folder.read('call/20250313.md'))
  })

  test('never touches a file that is there', (t) => {
    const folder = new Folder(t, smallRepository())
    const before = folder.read('call/20250313.md')
    const { status, err } = minutes(folder.root, 'draft', '--date', '2025-03-13')
    assert.equal(status, 1)
    assert.match(err, /^minutes: The minutes of 2025-03-13 are there already: call\/20250313\.md\./)
    assert.equal(folder.read('call/20250313.md'), before)
  })

  test('says what is wrong', (t) => {
    const folder = new Folder(t, beforeTheCall())
    for (const [args, message] of [
      [['--date', '2025-02-30'], /"2025-02-30" is no day of the calendar/],
      [['--date', '2125-03-13'], /lies far in the future/],
      [['kall'], /no reports called "kall".*call/s],
      [['a', 'b'], /Name one series/],
      [['--refresh', 'call/20250306.md', '--date', '2025-03-06'], /neither a series nor a date/],
      [['--refresh', 'crane/20250305.md'], /no report on the meetings of other teams/],
      [['--refresh', 'call/nowhere.md'], /call\/nowhere\.md/],
    ] as const) {
      const { status, err } = minutes(folder.root, 'draft', ...args)
      assert.ok(status === 1 || status === 2, `${args.join(' ')} ends with ${status}`)
      assert.match(err, message)
    }
  })

  test('knows no report where there are none', (t) => {
    const folder = new Folder(t, { 'crane/20250305.md': '# Crane 2025-03-05\n' })
    const { status, err } = minutes(folder.root, 'draft')
    assert.equal(status, 2)
    assert.match(err, /No minutes here report on those of other teams/)
  })

  test('refreshes a report, once', (t) => {
    const folder = new Folder(t, smallRepository())
    const run = (...more: string[]) => minutes(folder.root, 'draft', '--refresh', 'call/20250313.md', ...more)
    const text = `# Call 2025-03-13\n\n### Team Crane\n\nMinutes: ${hooks}\n\n- Hooks hold\n- [Hooks](${hooks}#hooks)\n`
    assert.equal(run('--print').out, text)
    assert.deepEqual(run(), { status: 0, out: 'call/20250313.md\n', err: '' })
    assert.equal(folder.read('call/20250313.md'), text)
    assert.match(run().err, /nothing has arrived since/)
    assert.equal(folder.read('call/20250313.md'), text)
  })

  test('leaves a write-protected report as it is', (t) => {
    const folder = new Folder(t, smallRepository())
    const before = folder.read('call/20250313.md')
    chmodSync(folder.at('call/20250313.md'), 0o444)
    const { status, err } = minutes(folder.root, 'draft', '--refresh', 'call/20250313.md')
    assert.equal(status, 1)
    assert.match(err, /write-protected/)
    assert.equal(folder.read('call/20250313.md'), before)
  })
})
