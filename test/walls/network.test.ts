import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import test from 'node:test'

/** How a program reaches the network, by a module or by what a host gives. */
const network =
  /(?:from|import|require|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns)['"]|\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts)\b\s*[.(]/

/** Loads the other script of the server in a browser, where the client says that it is. */
const loader = 'server/src/web/host.ts'
/** Downloads what its user has asked for. */
const download = 'server/src/download/download.ts'
/** Who comes there, and what that file, or the only one that imports it, does before: it asks its user. */
const ways: Readonly<Record<string, { readonly asker: string; readonly question: string; readonly act: RegExp }>> = {
  // The user types the address.
  'client/src/commands/import-pad.ts': {
    asker: 'client/src/commands/import-pad.ts',
    question: 'await askText(',
    act: /downloadText\(/,
  },
  'client/src/store-picture.ts': {
    asker: 'client/src/commands/save-image.ts',
    question: 'await agreed(',
    act: /await downloading\(/,
  },
  // The user names the pad: there is nothing else that it asks.
  'server/src/node/commands/import.ts': {
    asker: 'server/src/node/commands/import.ts',
    question: 'const hosts = new Set([host])',
    act: /downloadText\(/,
  },
  // The command itself is the question, and names or asks for the hosts.
  'server/src/node/save-pictures.ts': {
    asker: 'server/src/node/save-pictures.ts',
    question: 'await allowed(',
    act: /downloadPicture\(/,
  },
}

test('one file of all that is shipped reaches the network, and one loads what is shipped', () => {
  const files = ['server/src', 'client/src'].flatMap(sourcesBelow)
  assert.ok(files.length > 50)
  assert.deepEqual(
    files.filter((file) => network.test(readFileSync(file, 'utf8'))),
    [download, loader],
  )
})

test('what is loaded is a script of the extension itself', () => {
  const code = readFileSync(loader, 'utf8')
  assert.equal(code.match(network)?.[0], 'importScripts(')
  assert.equal(code.split(network).length, 2)
  const client = readFileSync('client/src/browser.ts', 'utf8')
  assert.match(client, /const script = \(name: string\) => Uri\.joinPath\(context\.extensionUri, 'dist\/web', name\)/)
  assert.match(client, /answers: script\('answers\.js'\)/)
})

test('the first has one call, and its callers ask first', () => {
  assert.equal(readFileSync(download, 'utf8').split('fetch(').length - 1, 1)
  assert.deepEqual(importersOf('download').sort(), Object.keys(ways).sort())
  for (const [file, { asker, question, act }] of Object.entries(ways)) {
    if (asker !== file) assert.deepEqual(importersOf(basename(file, '.ts')), [asker])
    const code = readFileSync(asker, 'utf8')
    assert.ok(code.indexOf(question) > 0 && code.indexOf(question) < code.search(act), asker)
  }
})

for (const source of ["import { get } from 'node:https'", 'await fetch(url)', 'new WebSocket(url)', "require('net')"]) {
  test(`${source} would be seen`, () => assert.match(source, network))
}

function importersOf(name: string): string[] {
  const files = ['client/src', 'server/src'].flatMap(sourcesBelow)
  return files.filter((file) => readFileSync(file, 'utf8').includes(`/${name}.ts'`))
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
}
