import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'

interface Locked {
  readonly dev?: boolean
  readonly license?: string
  readonly hasInstallScript?: boolean
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** Licences that let a bundle hold a package as long as it is named. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']

/** What a package brings in its own files. */
const inlined: Readonly<Record<string, string>> = { 'node_modules/path-browserify': 'node_modules/vscode-uri' }

/** What is installed for those who use Minutes, and what is bundled: packages that are not for development alone. */
const shipped = Object.entries(packages).filter(([folder, { dev }]) => folder && !dev)

test('all packages that are shipped have a licence that allows it', () => {
  assert.ok(shipped.length > 30)
  const others = shipped.filter(([, { license = 'none' }]) => !allowed.includes(license))
  assert.deepEqual(
    others.map(([folder, { license }]) => `${folder}: ${license}`),
    [],
  )
})

test('none of them runs a script when it is installed', () => {
  assert.deepEqual(
    shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder),
    [],
  )
  for (const name of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts[name], undefined, name)
})

test('what is bundled is nothing but them', () => {
  for (const bundle of [
    'client.js',
    'server.js',
    'answers.js',
    'program.js',
    'web/extension.js',
    'web/server.js',
    'web/answers.js',
    'calendar/main.js',
  ]) {
    const { sources }: { sources: string[] } = JSON.parse(readFileSync(`dist/${bundle}.map`, 'utf8'))
    const folders = new Set(
      sources.map((source) => /\bnode_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0]),
    )
    folders.delete(undefined)
    // All packages that answers need are in the server.
    assert.equal(folders.size === 0, bundle.endsWith('answers.js'), bundle)
    for (const folder of folders) {
      assert.ok(
        shipped.some(([each]) => each === (inlined[folder!] ?? folder)),
        `${bundle} holds ${folder}`,
      )
    }
  }
})

test('what the server starts with holds nothing that only answers need', () => {
  for (const folder of ['dist', 'dist/web']) {
    const [server, answers] = ['server', 'answers'].map((name): string[] =>
      JSON.parse(readFileSync(`${folder}/${name}.js.map`, 'utf8')).sources.filter((source: string) =>
        /\/core\/(?:ide|authoring)\//.test(source),
      ),
    )
    assert.deepEqual(server, [], folder)
    assert.ok(answers!.length > 100, folder)
  }
})
