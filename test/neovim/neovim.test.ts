import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol'
import { installNeovim } from '../../scripts/machine.mjs'
import { Folder } from '../support/folder.ts'

/** What the script beside this file writes. */
interface Answers {
  readonly problem?: string
  /** How many servers run when all is done, and several files are open. */
  readonly clients: number
  readonly findings: readonly string[]
  readonly people: readonly string[]
  readonly person: lsp.MarkupContent
  readonly hover: lsp.Hover
  readonly definition: lsp.Location | readonly lsp.LocationLink[]
  readonly references: readonly lsp.Location[]
  readonly symbols: readonly lsp.DocumentSymbol[]
  readonly meetings: readonly lsp.SymbolInformation[]
  /** The buffers that Neovim has once somebody has a new name. */
  readonly renamed: readonly { readonly path: string; readonly text: string }[]
  readonly actions: readonly string[]
  readonly mended: string
}

const limit = 240_000
const page = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'

test("Neovim's own client has all of it, by no request but LSP's", { timeout: limit }, async (t) => {
  const folder = Folder.sample(t)
  const file = folder.at('community-call/20251106.md')
  const answers = walk(folder, file)
  assert.equal(answers.problem, undefined)
  assert.equal(answers.clients, 1)

  await t.test('findings', () => {
    assert.equal(answers.findings.length, 3)
    assert.match(answers.findings[0]!, /^19 minutes: The minutes of 2025-11-03 have arrived/)
  })
  await t.test('completion, and more about what is chosen', () => {
    assert.ok(answers.people.includes('@noor-haddad'))
    assert.match(answers.person.value, /Last meetings:/)
  })
  await t.test('hover, definition and references of a URL', () => {
    const told = (answers.hover.contents as lsp.MarkupContent).value
    assert.match(told, /Team Platform · Wed 2025-11-05/)
    assert.deepEqual(targetsOf(answers.definition), [folder.uriOf('platform/20251105.md')])
    assert.ok(answers.references.some(({ uri }) => uri === folder.uriOf('community-call/20251106.md')))
  })
  await t.test('the outline', () => {
    assert.match(answers.symbols[0]!.name, /Community Call/)
  })
  await t.test('meetings by team and month', () => {
    const found = answers.meetings.map(({ location }) => location.uri)
    for (const path of ['storage/20251103.md', 'storage/20251117.md'])
      assert.ok(found.includes(folder.uriOf(path)), path)
  })
  await t.test('a new name for somebody', () => {
    const changed = answers.renamed.filter(({ text }) => text.includes('@oduya-kim'))
    assert.ok(changed.length > 1)
    for (const { path, text } of changed) {
      assert.equal(`${text}\n`, readFileSync(path, 'utf8').replaceAll(/@oduya-k\b/g, '@oduya-kim'), path)
    }
  })
  await t.test('a fix that is applied', () => {
    assert.equal(answers.actions[0], 'Fill in storage/20251103.md')
    assert.equal(answers.mended, `Minutes: ${page}`)
  })
})

function targetsOf(answer: Answers['definition']): string[] {
  return 'uri' in answer ? [answer.uri] : answer.map(({ targetUri }) => targetUri)
}

function walk(folder: Folder, file: string): Answers {
  const flags = ['--headless', '-u', 'NONE', '-n', '--noplugin', '-i', 'NONE', '-S', resolve('test/neovim/client.lua')]
  const output = folder.at('.answers.json')
  folder.write('.configuration.lua', configuration())
  execFileSync(installNeovim(), flags, {
    env: {
      ...process.env,
      CONFIGURATION: folder.at('.configuration.lua'),
      FILE: file,
      ANSWERS: output,
      XDG_STATE_HOME: folder.at('.state'),
      XDG_CACHE_HOME: folder.at('.cache'),
    },
    timeout: limit,
    stdio: 'pipe',
  })
  return JSON.parse(folder.read('.answers.json'))
}

/** What the README has its readers copy, with the paths of this machine. */
function configuration(): string {
  const [, lua] = /^```lua\n([\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8')) ?? []
  assert.ok(lua)
  const written = "'minutes-language-server'"
  assert.ok(lua.includes(written))
  return lua.replace(written, () => `'${process.execPath}', '${resolve('dist/server.js')}'`)
}
