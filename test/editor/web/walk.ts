import type { Workbench } from '../workbench.ts'

const report = 'community-call/20251106.md'
/** Of the report: the list has the problems of all files. */
const arrived = 'The minutes of 2025-11-03 have arrived'

/** What a person does in a VS Code that is a page of a browser, by keyboard alone. */
export async function walkInBrowser(window: Workbench): Promise<void> {
  await window.step('warnings-appear', async () => {
    await window.openFromExplorer(report)
    await window.squiggle().nth(2).waitFor()
    await window.pressUntil('Control+Shift+m', window.problem('[Ln 31, Col 1]'))
    await window.problem(arrived).waitFor()
  })
  await window.step('rule-page', async () => {
    await window.followCode('stale-minutes-line')
    await window.preview('A report links the minutes of the meetings').waitFor()
  })
  await window.step('quick-fix', async () => {
    await window.openFromExplorer(report)
    await window.goTo({ line: 19, column: 3 })
    await window.pressUntil('Control+.', window.quickFix('20251103'))
  })
  await window.step('warning-goes', async () => {
    await window.press('Enter')
    await window.line('Minutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md')
    await window.problem(arrived).waitFor({ state: 'detached' })
  })
  await window.step('people', async () => {
    await window.press('Control+End')
    await window.type('\n- AI @')
    await window.suggestion('@oduya-k').waitFor()
  })
  await window.step('person-accepted', async () => {
    await window.type('sanna')
    await window.press('Enter')
    await window.line('- AI @sanna-lind')
  })
  await window.step('outline', async () => {
    await window.press('Escape')
    await window.command('Explorer: Focus on Outline View')
    await window.outline('Community Call').waitFor()
    // This VS Code gives the focus to an outline alone that is there already.
    await window.command('Explorer: Focus on Outline View')
    await window.pressUntil('Home', window.outline('Minutes').and(window.focusedRow()))
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await window.press(key)
    await window.outline('Team Storage').and(window.focusedRow()).waitFor()
  })
  await window.step('outline-followed', async () => {
    await window.press('Enter')
    await window.cursorAt({ line: 17 })
  })
  await window.step('link-hovered', async () => {
    await window.goTo({ line: 12, column: 40 })
    await window.pressUntil('Control+k Control+i', window.hover('Team Platform · Wed 2025-11-05'))
  })
  await window.step('definition', async () => {
    await window.press('Escape')
    await window.press('F12')
    await window.focused('platform/20251105.md').waitFor()
  })
  await window.step('beside-the-text', async () => {
    await window.openFromExplorer('storage/20251117.md')
    await window.shown('one open action from last time').waitFor()
  })
  await window.step('what-a-browser-cannot', async () => {
    await window.openCommands('Minutes: ')
    await window.offered('Import from Pad…').waitFor()
    await window.offered('Save Images…').waitFor({ state: 'detached' })
    await window.press('Escape')
  })
  await window.step('new-minutes', async () => {
    await window.ask('Minutes: New Minutes…', 'New Minutes (1/2)')
    await window.type('Storage')
    await window.choice('Team Storage').waitFor()
    await window.press('Enter')
    await window.choice('next meeting').waitFor()
    await window.press('Enter')
    await window.line('* _AI @tomaszn: order two disks')
  })
  await window.step('calendar', async () => {
    await window.command('Minutes: Show Calendar')
    await window.cell('Team Storage').waitFor()
  })
}

/** What a person sees of a repository whose folders come one by one, and late. `release` brings the last of them. */
export async function walkSlowly(window: Workbench, release: () => void): Promise<void> {
  await window.step('some-files', async () => {
    await window.openFromExplorer(report)
    await window.shown('What needs the others has to wait').waitFor()
  })
  await window.step('people-so-far', async () => {
    await window.press('Control+End')
    await window.type('\n- AI @')
    await window.suggestion('@oduya-k').waitFor()
  })
  await window.step('findings-so-far', async () => {
    await window.press('Escape')
    await window.type('AI oduya-k: oil the lamp')
    await window.squiggle().waitFor()
    await window.pressUntil('Control+Shift+m', window.problem('"@AI"'))
    await window.problem('have arrived').waitFor({ state: 'detached' })
  })
  await window.step('all-files', async () => {
    release()
    await window.problem(arrived).waitFor()
    await window.shown('What needs the others has to wait').waitFor({ state: 'detached' })
  })
}
