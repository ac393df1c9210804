import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

/** How a program reaches the network, by a module or by what a host gives. */
const network =
  /(?:from|import|require|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)['"]|\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts)\b\s*[.(]/

/** Downloads what its user has asked for. */
const download = 'server/src/download/download.ts'
/** Who asks for that, each with what it asks its user by before. */
const askers: Readonly<Record<string, string>> = {
  'client/src/commands/save-image.ts': 'modal: true',
  // The command itself is the question, and names or asks for the hosts.
  'server/src/node/commands/save-images.ts': 'await allowed(',
}

test('one file of all that is shipped reaches the network', () => {
  const files = ['server/src', 'client/src'].flatMap(sourcesBelow)
  assert.ok(files.length > 50)
  assert.deepEqual(
    files.filter((file) => network.test(readFileSync(file, 'utf8'))),
    [download],
  )
})

test('it has one call, and its callers ask first', () => {
  assert.equal(readFileSync(download, 'utf8').split('fetch(').length - 1, 1)
  const callers = ['client/src', 'server/src']
    .flatMap(sourcesBelow)
    .filter((file) => /\/download\.ts'/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(callers, Object.keys(askers))
  for (const [file, question] of Object.entries(askers)) {
    const code = readFileSync(file, 'utf8')
    assert.ok(code.indexOf(question) > 0 && code.indexOf(question) < code.search(/download(?:Picture|Text)\(/), file)
  }
})

for (const source of ["import { get } from 'node:https'", 'await fetch(url)', 'new WebSocket(url)', "require('net')"]) {
  test(`${source} would be seen`, () => assert.match(source, network))
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
}
