import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

/** How a program reaches the network, by a module or by what a host gives. */
const network =
  /(?:from|import|require|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)['"]|\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts)\b\s*[.(]/

/** Downloads a picture when its user has said so, and is asked by one command alone. */
const download = 'client/src/download.ts'
const asking = 'client/src/commands/save-image.ts'

test('one file of all that is shipped reaches the network', () => {
  const files = ['server/src', 'client/src'].flatMap(sourcesBelow)
  assert.ok(files.length > 50)
  assert.deepEqual(
    files.filter((file) => network.test(readFileSync(file, 'utf8'))),
    [download],
  )
})

test('it has one call, and one caller, who asks first', () => {
  assert.equal(readFileSync(download, 'utf8').split('fetch(').length - 1, 1)
  const callers = sourcesBelow('client/src').filter((file) => /\/download\.ts'/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(callers, [asking])
  const code = readFileSync(asking, 'utf8')
  assert.ok(code.indexOf('modal: true') > 0 && code.indexOf('modal: true') < code.indexOf('download('))
})

for (const source of ["import { get } from 'node:https'", 'await fetch(url)', 'new WebSocket(url)', "require('net')"]) {
  test(`${source} would be seen`, () => assert.match(source, network))
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
}
