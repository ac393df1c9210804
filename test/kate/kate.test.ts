import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { installKate } from '../../scripts/machine.mjs'
import { Folder } from '../support/folder.ts'
import { Kate } from './kate.ts'

const report = 'community-call/20251106.md'
const page = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
const command = [process.execPath, resolve('dist/server.js'), '--stdio']
const limit = 240_000
// Its window is driven by what X has.
const skip = process.platform !== 'linux' && 'Kate is tried on Linux alone'

test('Kate mends what is found, completes, and gives somebody a new name', { timeout: limit, skip }, async (t) => {
  const folder = Folder.sample(t)
  const home = new Folder(t, settings())
  execFileSync('git', ['init', '--quiet'], { cwd: folder.root })
  const lines = () => folder.read(report).split('\n')
  const stale = lines().indexOf('Minutes: none yet')
  const kate = await Kate.open(t, installKate(), folder.at(report), stale + 1, home.root)

  await t.test('a finding has a quick fix', async () => {
    // It has none before the server has read the repository.
    await kate.until(
      () => lines()[stale] === `Minutes: ${page}`,
      () => kate.press('ctrl+period', 'Escape', 'ctrl+s'),
    )
  })
  await t.test('completion', async () => {
    await kate.until(
      () => lines().includes('- @sanna-lind'),
      async () => {
        kate.press('Escape', 'ctrl+End', 'Return', 'Home')
        kate.type('- @san')
        kate.press('ctrl+space')
        await setTimeout(1_000)
        kate.press('Return', 'ctrl+s')
      },
    )
  })
  await t.test('a new name for somebody', async () => {
    const named = (name: string) => grep(name, folder.root)
    const before = named('oduya-k')
    assert.ok(before.length > 1)
    kate.goToLine(lines().findIndex((line) => line.endsWith('@oduya-k')) + 1)
    await kate.answer('F2', 'Rename', 'oduya-kim')
    await kate.until(
      () => named('oduya-k').length === 0,
      () => kate.press('ctrl+l'),
    )
    assert.deepEqual(named('oduya-kim'), before)
  })
})

/** The Markdown files that name somebody. */
function grep(name: string, folder: string): string[] {
  const args = ['grep', '--no-index', '--files-with-matches', '--word-regexp', '--perl-regexp']
  try {
    const found = execFileSync('git', [...args, `@${name}(?![\\w-])`, '--', '*.md'], { cwd: folder, encoding: 'utf8' })
    return found.split('\n').filter(Boolean)
  } catch {
    // None is no success.
    return []
  }
}

/** What docs/editors.md has its readers write, with the server of this build, and what Kate stores of an answer to its question. */
function settings(): Record<string, string> {
  const [, json] = /^## Kate$[\s\S]*?^```json\n([\s\S]*?)^```$/m.exec(readFileSync('docs/editors.md', 'utf8')) ?? []
  const written = JSON.stringify(['minutes-language-server', '--stdio']).replace(',', ', ')
  assert.ok(json?.includes(written), written)
  return {
    '.config/kate/lspclient/settings.json': json!.replace(written, () => JSON.stringify(command)),
    '.config/katerc': `[Kate Plugins]\nlspclientplugin=true\n\n[lspclient]\nAllowedServerCommandLines=${command.join(' ')}\n`,
  }
}
