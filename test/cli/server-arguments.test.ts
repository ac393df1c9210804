import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const usage = /^Usage: minutes-language-server --stdio\n/

/** Starts the server as a person does who wants to know what it is. */
function server(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.js', ...args], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

describe('minutes-language-server', () => {
  test('tells how it is started, and its version', () => {
    for (const flag of ['--help', '-h']) {
      const { status, out, err } = server(flag)
      assert.deepEqual({ status, err }, { status: 0, err: '' })
      assert.match(out, usage)
    }
    for (const flag of ['--version', '-v']) assert.deepEqual(server(flag), { status: 0, out: `${version}\n`, err: '' })
  })

  test('is misused without an argument', () => {
    const { status, out, err } = server()
    assert.deepEqual({ status, out }, { status: 2, out: '' })
    assert.match(err, usage)
  })

  test('is misused without the one way in which it serves', () => {
    for (const arg of ['--foo', '--socket=1', '--node-ipc']) {
      const { status, out, err } = server(arg)
      assert.deepEqual({ status, out }, { status: 2, out: '' })
      assert.match(
        err,
        new RegExp(
          `^Say --stdio: "${arg}" does not tell how to serve\\.\n"minutes-language-server --help" tells more\\.\n$`,
        ),
      )
    }
  })
})
