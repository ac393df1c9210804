import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

const disks = "order two disks for Orrin Sound's copy"
const day = 'plan a day in Orrin Sound in spring'

/** Somebody looks through what was promised, opens an action, and marks it as done, by keyboard alone. */
export async function walkActions(window: Workbench, folder: string): Promise<void> {
  await window.step('actions', async () => {
    mkdirSync(join(folder, '.vscode'), { recursive: true })
    writeFileSync(join(folder, '.vscode/settings.json'), '{ "minutes.me": ["@tomaszn"] }\n')
    await window.container('Minutes').waitFor()
    await window.command('Minutes: Show Actions')
    await window.row('Mine').waitFor()
    await window.row(disks).waitFor()
  })
  await window.step('actions-by-team', async () => {
    await window.command('Minutes: Group Actions by Team')
    await window.command('Minutes: Show Actions')
    await window.row('SIG Documentation').waitFor()
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await window.press(key)
  })
  await window.step('actions-filtered', async () => {
    await window.command('Minutes: Group Actions by Meeting')
    await window.answer('Minutes: Filter Actions…', 'Filter Actions', 'aoife')
    await window.row('2025-12-02').waitFor()
    await window.row('Mine').waitFor({ state: 'detached' })
  })
  await window.step('action-opened', async () => {
    await window.command('Minutes: Show Actions')
    await window.press('Home')
    await window.press('ArrowRight')
    await window.row(day).waitFor()
    await window.press('ArrowDown')
    await window.press('Enter')
    await window.focused('sig-docs/2025-12-02.md').waitFor()
    await window.cursorAt({ line: 28 })
  })
  await window.step('action-done', async () => {
    await window.command('Minutes: Mark Action as Done')
    await window.line(`- [x] @aoife-ryan ${day}`)
    await window.row(day).waitFor({ state: 'detached' })
  })
  await window.step('action-done-undone', async () => {
    await window.command('Minutes: Clear Filter of Actions')
    await window.press('Control+1')
    await window.press('Control+z')
    await window.line(`- [x] @aoife-ryan ${day}`, 'detached')
  })
}
