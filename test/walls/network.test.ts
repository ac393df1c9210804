import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

/** How a program reaches the network, by a module or by what a host gives. */
const network =
  /(?:from|import|require|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)['"]|\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts)\b\s*[.(]/

test('nothing that is shipped reaches the network', () => {
  const files = ['server/src', 'client/src'].flatMap(sourcesBelow)
  assert.ok(files.length > 50)
  assert.deepEqual(
    files.filter((file) => network.test(readFileSync(file, 'utf8'))),
    [],
  )
})

for (const source of ["import { get } from 'node:https'", 'await fetch(url)', 'new WebSocket(url)', "require('net')"]) {
  test(`${source} would be seen`, () => assert.match(source, network))
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
}
