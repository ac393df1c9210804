import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { installEmacs } from '../../scripts/machine.mjs'
import { Folder } from '../support/folder.ts'

/** What the script beside this file writes. */
interface Answers {
  readonly findings: readonly string[]
  readonly actions: readonly string[]
  /** The line of the first finding once its first fix is applied. */
  readonly mended: string
  /** The buffers that are changed once somebody has a new name. */
  readonly renamed: readonly { readonly path: string; readonly text: string }[]
  readonly people: readonly string[]
}

const limit = 240_000
const page = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'

test("Emacs' own client has findings, fixes, names and completion", { timeout: limit }, async (t) => {
  const folder = Folder.sample(t)
  const answers = walk(folder, 'community-call/20251106.md')

  await t.test('findings', () => {
    assert.equal(answers.findings.length, 3)
    assert.match(answers.findings[0]!, /^19 .*The minutes of 2025-11-03 have arrived/)
  })
  await t.test('a fix that is applied', () => {
    assert.equal(answers.actions[0], 'Fill in storage/20251103.md')
    assert.equal(answers.mended, `Minutes: ${page}`)
  })
  await t.test('a new name for somebody', () => {
    const own = folder.at('community-call/20251106.md')
    const others = answers.renamed.filter(({ path }) => path !== own)
    assert.ok(others.length > 1)
    for (const { path, text } of others)
      assert.equal(text, readFileSync(path, 'utf8').replaceAll(/@oduya-k\b/g, '@oduya-kim'), path)
  })
  await t.test('completion', () => assert.ok(answers.people.includes('@noor-haddad')))
})

function walk(folder: Folder, file: string): Answers {
  // By that a repository is told from its folders.
  execFileSync('git', ['init', '--quiet'], { cwd: folder.root })
  folder.write('.configuration.el', configuration())
  execFileSync(installEmacs(), ['--batch', '-q', '-l', resolve('test/emacs/client.el')], {
    env: {
      ...process.env,
      HOME: folder.root,
      CONFIGURATION: folder.at('.configuration.el'),
      FILE: folder.at(file),
      ANSWERS: folder.at('.answers.json'),
    },
    timeout: limit,
    stdio: 'pipe',
  })
  return JSON.parse(folder.read('.answers.json'))
}

/** What docs/editors.md has its readers copy, with the server of this build. */
function configuration(): string {
  const [, lisp] = /^```elisp\n([\s\S]*?)^```$/m.exec(readFileSync('docs/editors.md', 'utf8')) ?? []
  const written = '"minutes-language-server"'
  assert.ok(lisp?.includes(written), written)
  return lisp!.replace(written, () =>
    [process.execPath, resolve('dist/server.js')].map((word) => `"${word}"`).join(' '),
  )
}
