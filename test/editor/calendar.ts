import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

/** Somebody looks at who met and when in a folder, and opens minutes from there, by keyboard but for one click. */
export async function walkCalendar(window: Workbench, folder: string): Promise<void> {
  await window.step('calendar', async () => {
    // The picture of this step is shown to readers.
    await window.command('View: Close All Editors')
    await window.command('View: Hide Panel')
    await window.command('Minutes: Show Calendar')
    await window.cell('Team Platform, Wednesday 2025-12-17: reported').waitFor()
    await window.cell('@jorun-kv, 2025-12-17: took part').waitFor()
  })
  await window.step('calendar-by-keys', async () => {
    await window.pressUntil('Tab', window.chosen('Year'))
    await window.press('Tab Tab')
    await window.focusedCell('community-call, Thursday 2025-01-09').waitFor()
    await window.press('ArrowDown')
    await window.focusedCell('Team Platform').waitFor()
    await window.press('End')
    await window.focusedCell('Team Platform, Wednesday 2025-12-17: reported').waitFor()
  })
  await window.step('calendar-opens-minutes', async () => {
    await window.press('ArrowLeft')
    await window.press('Enter')
    await window.focused('platform/20251210.md').waitFor()
  })
  await window.step('calendar-clicked-slowly', async () => {
    await window.command('Minutes: Show Calendar')
    await window.cell('@jorun-kv, 2025-12-17: took part').waitFor()
    await window.command('File: Focus on Files Explorer')
    await window.clickSlowly(window.cell('Team Platform, Wednesday 2025-12-03'))
    await window.focused('platform/20251203.md').waitFor()
  })
  await window.step('calendar-follows-folders', async () => {
    await window.command('Minutes: Show Calendar')
    await window.cell('@jorun-kv, 2025-12-17: took part').waitFor()
    mkdirSync(join(folder, 'ropes'))
    writeFileSync(join(folder, 'ropes/20251209'), '# Ropes 2025-12-09\n')
    await window.cell('ropes, Tuesday 2025-12-09').waitFor()
    rmSync(join(folder, 'ropes'), { recursive: true })
    await window.cell('ropes').waitFor({ state: 'detached' })
  })
  await window.step('calendar-of-another-team', async () => {
    await window.command('Minutes: Show Calendar')
    // Until the page is there, Tab leads elsewhere.
    await window.cell('@jorun-kv, 2025-12-17: took part').waitFor()
    await window.pressUntil('Tab', window.chosen('Year'))
    await window.press('ArrowDown')
    await window.cell('Team Platform, Wednesday 2024-01-03').waitFor()
    await window.press('Tab')
    await window.type('SIG D')
    await window.cell('@aoife-ryan, 2024-02-06').waitFor()
  })
  await window.step('calendar-opens-action', async () => {
    await window.press('Tab Tab Tab')
    await window.focusedCell('open for').waitFor()
    await window.press('Enter')
    await window.focusedEditor().waitFor()
  })
}
