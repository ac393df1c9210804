import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { build } from 'esbuild'
import { asModule, asModules } from '../../scripts/as-modules.mjs'
import { bundles, sizes } from '../../scripts/bundles.mjs'
import { licences, licencesFile } from '../../scripts/licences.mjs'

/** A module that passes on all that two others have, has none of what both have. Nobody takes these from there, or there were no bundles. */
const ambiguous = ['createMessageConnection', 'createProtocolConnection']

describe('What is bundled', () => {
  test('is byte for byte the same when it is built again', async () => {
    const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, write: false })))
    const files = built.flatMap(({ outputFiles }) => outputFiles)
    assert.ok(files.length > bundles.length)
    for (const { path, contents } of files) {
      assert.ok(readFileSync(path).equals(contents), `${relative('.', path)} is another one. Run "npm run build".`)
    }
  })

  test('does not say where it was built', () => {
    for (const { file } of sizes()) assert.ok(!readFileSync(file, 'utf8').includes(process.cwd()), file)
  })

  for (const { file, kilobytes, limit } of sizes()) {
    test(`${file} has at most ${limit} KB`, () => {
      assert.ok(
        kilobytes <= limit,
        `It has ${kilobytes}. Leave something out, or raise its limit in scripts/bundles.mjs.`,
      )
    })
  }

  for (const entry of ['jsonrpc/node', 'languageserver-protocol/node', 'languageserver/node']) {
    test(`makes modules of vscode-${entry} that have all that it has, and say the same`, async () => {
      const name = `vscode-${entry}`
      const { outputFiles } = await build({
        stdin: { contents: `export * from '${name}'`, resolveDir: process.cwd() },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        write: false,
        plugins: [asModules],
      })
      const module = { exports: {} }
      new Function('module', 'require', outputFiles[0]!.text)(module, createRequire(import.meta.url))
      assert.deepEqual(drawn(module.exports), drawn(createRequire(resolve('package.json'))(name)))
    })
  }

  test('makes no module of what TypeScript writes otherwise', () => {
    const marker = 'Object.defineProperty(exports, "__esModule", { value: true });'
    assert.throws(() => asModule(`${marker}\nmodule.exports = 1`, 'x.js'), /x\.js is not as TypeScript writes modules/)
    assert.throws(() => asModule(`${marker}\nif (a) exports.b = c`, 'x.js'), /x\.js/)
  })

  test(`has its licences told in ${licencesFile}`, async () => {
    assert.equal(readFileSync(licencesFile, 'utf8'), await licences(), 'Run "npm run generate".')
  })
})

/** What a package has, down to the members of its namespaces. */
function drawn(exports: object): unknown {
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([name]) => !ambiguous.includes(name))
      .map(([name, value]) => [name, typeof value === 'object' && value !== null ? Object.keys(value) : typeof value])
      .sort(),
  )
}
