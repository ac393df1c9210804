import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

const minutes = '# Ropes 2025-12-08\n\n- AI @kim: oil the hooks\n'

/**
 * What somebody is told where nothing can be written, by keyboard alone. A disk that is full is to be had by whoever may mount one. Others have the
 * folder alone that is read-only, and root who may mount nothing, as in a container, has neither.
 */
export async function walkHindered(window: Workbench, folder: string): Promise<void> {
  const ropes = join(folder, 'ropes')
  const write = () => writeFileSync(join(ropes, '20251208.md'), minutes)
  mkdirSync(ropes)
  write()
  // VS Code sees files come, and no disks.
  await window.open('ropes/20251208.md')
  const isRoot = process.getuid?.() === 0
  const isMounted = runs('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', ropes)
  try {
    write()
    if (isMounted) {
      await window.step('disk-full', async () => {
        fill(join(ropes, 'filler'))
        await asksForMinutes(window)
        assert.deepEqual(readdirSync(ropes).sort(), ['20251208.md', 'filler'])
      })
      assert.ok(runs('mount', '-o', 'remount,ro', ropes))
    } else chmodSync(ropes, 0o555)
    if (isRoot && !isMounted) return
    await window.step('folder-read-only', async () => {
      const before = readdirSync(ropes)
      await asksForMinutes(window)
      assert.deepEqual(readdirSync(ropes), before)
    })
  } finally {
    if (isMounted) runs('umount', ropes)
    else chmodSync(ropes, 0o755)
  }
}

async function asksForMinutes(window: Workbench): Promise<void> {
  await window.command('Notifications: Clear All Notifications')
  await window.toast('').waitFor({ state: 'detached' })
  await window.ask('Minutes: New Minutes…', 'New Minutes (1/2)')
  await window.type('ropes')
  await window.choice('ropes').waitFor()
  await window.press('Enter')
  await window.choice('next meeting').waitFor()
  await window.press('Enter')
  await window.toast('Folder read-only, or disk full? ropes/').waitFor()
}

/** Writes until there is no room any more. */
function fill(file: string): void {
  assert.throws(() => writeFileSync(file, Buffer.alloc(1024 * 1024)), { code: 'ENOSPC' })
}

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
