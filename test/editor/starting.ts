import type { Workbench } from './workbench.ts'

/** How somebody begins the minutes of the next meeting, by keyboard alone. */
export async function walkStarting(window: Workbench): Promise<void> {
  await window.step('new-minutes-team', async () => {
    await window.ask('Minutes: New Minutes…', 'New Minutes (1/2)')
    await window.type('Storage')
    await window.choice('Team Storage').waitFor()
  })
  await window.step('new-minutes-day', async () => {
    await window.press('Enter')
    await window.question('New Minutes: Team Storage (2/2)').waitFor()
    await window.choice('next meeting').waitFor()
  })
  await window.step('new-minutes-back', async () => {
    await window.pressUntil('Control+Alt+Minus', window.question('New Minutes (1/2)'))
    await window.type('Storage')
    await window.choice('Team Storage').waitFor()
    await window.press('Enter')
    await window.choice('next meeting').waitFor()
  })
  await window.step('new-minutes', async () => {
    await window.press('Enter')
    await window.line('* _AI @tomaszn: order two disks')
    await window.cursorAt({ line: 13, column: 17 })
    await window.type('@l')
    await window.suggestion('lrousseau').waitFor()
  })
  await window.step('new-minutes-typed', async () => {
    await window.press('Enter')
    await window.wholeLine('* Minute taker: @lrousseau')
  })
}
