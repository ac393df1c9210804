import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, test } from 'node:test'
import { build } from 'esbuild'
import { bundles, sizes } from '../../scripts/bundles.mjs'
import { licences, licencesFile } from '../../scripts/licences.mjs'

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

  test(`has its licences told in ${licencesFile}`, async () => {
    assert.equal(readFileSync(licencesFile, 'utf8'), await licences(), 'Run "npm run generate".')
  })
})
