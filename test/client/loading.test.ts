import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'

for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
  // The library asks for Node's modules and for classes of VS Code as soon as it is loaded.
  test(`${bundle} loads nothing of the protocol's library before there are minutes`, () => {
    const asked: string[] = []
    const vscode = new Proxy({}, { get: (_, name) => assert.fail(`vscode.${String(name)} is asked for.`) })
    const module = { exports: {} as Record<string, unknown> }
    const require = (name: string) => {
      asked.push(name)
      return vscode
    }
    runInNewContext(readFileSync(bundle, 'utf8'), { module, exports: module.exports, require })
    assert.equal(typeof module.exports.activate, 'function')
    assert.deepEqual([...new Set(asked)], ['vscode'])
  })
}
