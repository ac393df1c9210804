import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { removeTemporary } from '../../scripts/temporary.mjs'

describe('a temporary folder is removed', () => {
  test('with all that is in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutes-temporary-'))
    mkdirSync(join(folder, 'inner'))
    writeFileSync(join(folder, 'inner/file'), '')
    await removeTemporary(folder)
    assert.equal(existsSync(folder), false)
    await removeTemporary(folder)
  })

  test('as soon as nobody writes into it any more', async () => {
    let left = 3
    const remove = () => {
      if (left-- > 0) throw new Error('ENOTEMPTY')
    }
    await removeTemporary('folder', remove, 1)
    assert.equal(left, -1)
  })

  test('at the exit of the process at the latest', () => {
    const { status, stderr } = inProcessOfItsOwn('if (!ended) throw new Error("ENOTEMPTY")')
    assert.equal(status, 0, stderr)
    assert.equal(stderr, '')
  })

  test('or named, and nothing fails', () => {
    const { status, stderr } = inProcessOfItsOwn('throw new Error("ENOTEMPTY")')
    assert.equal(status, 0, stderr)
    assert.equal(stderr, 'The temporary folder a-folder could not be removed: ENOTEMPTY\n')
  })
})

/** Removes a folder by a piece of code that may ask whether the work of its process has `ended`. */
function inProcessOfItsOwn(remove: string) {
  const program = `
    import { removeTemporary } from '${pathToFileURL(resolve('scripts/temporary.mjs'))}'
    let ended = false
    await removeTemporary('a-folder', () => { ${remove} }, 1)
    ended = true`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
}
