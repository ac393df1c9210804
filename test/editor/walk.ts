import type { Workbench } from './workbench.ts'

const report = 'community-call/2025-03-13.md'
const target = 'storage/2025-03-10.md'

/** What a person does with a report in the first minutes, by keyboard alone. Each step sees what VS Code shows. */
export async function walk(window: Workbench): Promise<void> {
  await window.step('warning', async () => {
    await window.open(report)
    await window.squiggle().first().waitFor()
    await window.shown('Team Storage').waitFor()
  })
  await window.step('problems', async () => {
    await window.pressUntil('Control+Shift+m', window.problem('stand in the repository'))
  })
  await window.step('quick-fix', async () => {
    await window.open(report, { line: 5, column: 3 })
    await window.pressUntil('Control+.', window.quickFix('Link the minutes'))
  })
  await window.step('warning-gone', async () => {
    await window.press('Enter')
    await window.line('Minutes: https')
    await window.problem('stand in the repository').waitFor({ state: 'detached' })
    await window.squiggle().waitFor({ state: 'detached' })
  })
  await window.step('snippet', async () => {
    await window.goTo({ line: 9, column: 9 })
    await window.type('\n\nteam')
    await window.pressUntil('Control+Space', window.suggestion('team'))
  })
  await window.step('completion', async () => {
    await window.press('Enter')
    await window.line('## Team Storage')
    await window.press('Tab')
    await window.pressUntil('Control+Space', window.suggestion('storage/2025-03-10.md'))
  })
  await window.step('completed', async () => {
    await window.press('Enter')
    await window.line('storage/2025-03-10.md')
  })
  await window.step('outline', async () => {
    await window.command('Explorer: Focus on Outline View')
    await window.outline('Team Network').first().waitFor()
  })
  await window.step('link', async () => {
    await window.open(report, { line: 5, column: 20 })
    await window.command('Open Link')
    await window.focused(target).waitFor()
  })
}
