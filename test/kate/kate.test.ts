import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { installKate } from '../../scripts/machine.mjs'
import { markdownFiles } from '../laws/files.ts'
import { Folder } from '../support/folder.ts'
import { Kate } from './kate.ts'

const report = 'community-call/20251106.md'
const page = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
const command = [process.execPath, resolve('dist/server.js'), '--stdio']
/** Milliseconds: more than all waits of the walk together. */
const limit = 480_000
// Its window is driven by what X has.
const skip = process.platform !== 'linux' && 'Kate is tried on Linux alone'

test('Kate mends what is found, completes, and gives somebody a new name', { timeout: limit, skip }, async (t) => {
  const folder = Folder.sample(t)
  const home = new Folder(t, settings())
  execFileSync('git', ['init', '--quiet'], { cwd: folder.root })
  const stale = linesOf(folder).indexOf('Minutes: none yet')
  const kate = new Kate(home.root)
  try {
    await kate.open(installKate(), folder.at(report), stale + 1)
    await walk(t, kate, folder, stale)
  } finally {
    await kate.close()
  }
})

/** Begins in the stale line. */
async function walk(t: TestContext, kate: Kate, folder: Folder, stale: number): Promise<void> {
  await t.test('a finding has a quick fix', async () => {
    // It has none before the server has read the repository.
    await kate.until(
      () => linesOf(folder)[stale] === `Minutes: ${page}`,
      () => kate.press('ctrl+period', 'Escape', 'ctrl+s'),
    )
  })
  await t.test('completion', async () => {
    await kate.until(
      () => linesOf(folder).includes('- @sanna-lind'),
      async () => {
        kate.press('Escape', 'ctrl+End', 'Return', 'Home')
        kate.type('- @san')
        kate.press('ctrl+space')
        // X knows no window of the list, and nothing else tells that it is there: what came too early comes again.
        await setTimeout(1_000)
        kate.press('Return', 'ctrl+s')
      },
    )
  })
  await t.test('a new name for somebody', async () => {
    const named = (name: string) => {
      const mention = new RegExp(`@${name}(?![\\w-])`)
      return markdownFiles(folder.root).flatMap(({ path, text }) => (mention.test(text) ? [path] : []))
    }
    const before = named('oduya-k')
    assert.ok(before.length > 1)
    kate.goToLine(linesOf(folder).findIndex((line) => line.endsWith('@oduya-k')) + 1)
    await kate.answer('F2', 'Rename', 'oduya-kim')
    await kate.until(
      () => named('oduya-k').length === 0,
      () => kate.press('ctrl+l'),
    )
    assert.deepEqual(named('oduya-kim'), before)
  })
}

function linesOf(folder: Folder): string[] {
  return folder.read(report).split('\n')
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
