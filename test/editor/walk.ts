import type { Workbench } from './workbench.ts'

const report = 'community-call/20251106.md'
const charter = 'docs/charter.md'
const storageLine = 'Minutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
/** Of the report: the list has the problems of all files. */
const arrived = 'The minutes of 2025-11-03 have arrived'
const docsLine = 'Minutes: https://github.com/lighthouse-commons/minutes/blob/main/sig-docs/2025-11-04.md'

/** What a person does with a report in the first minutes, by keyboard alone. Each step waits for what VS Code shows then. */
export async function walk(window: Workbench): Promise<void> {
  await window.step('warnings-appear', async () => {
    await window.open(report)
    await window.squiggle().nth(2).waitFor()
    await window.pressUntil('Control+Shift+m', window.problem('[Ln 31, Col 1]'))
    await window.problem(arrived).waitFor()
  })
  await window.step('rule-page', async () => {
    await window.followCode('stale-minutes-line')
    await window.preview('A report links the minutes of the meetings').waitFor()
  })
  await window.step('quick-fix', async () => {
    await window.open(report, { line: 19, column: 3 })
    await window.pressUntil('Control+.', window.quickFix('20251103'))
  })
  await window.step('warning-goes', async () => {
    await window.press('Enter')
    await window.line(storageLine)
    await window.problem(arrived).waitFor({ state: 'detached' })
  })
  await window.step('completion', async () => {
    await window.goTo({ line: 25, column: 9 })
    await window.press('Backspace')
    await window.type(': ')
    await window.suggestion('2025-11-04').waitFor()
  })
  await window.step('completion-accepted', async () => {
    await window.press('Enter')
    await window.line(docsLine)
    await window.problem('[Ln 25, Col 1]').waitFor({ state: 'detached' })
  })
  await window.step('other-fixes', async () => {
    await window.open(report, { line: 31, column: 3 })
    await window.pressUntil('Control+.', window.quickFix('Switch stale-minutes-line off in .minutes.json'))
    await window.press('ArrowDown')
  })
  await window.step('allowed', async () => {
    await window.press('Enter')
    await window.line('<!-- minutes-allow stale-minutes-line -->')
    await window.problem('[Ln 31, Col 1]').waitFor({ state: 'detached' })
  })
  await window.step('snippet', async () => {
    await window.goTo({ line: 37, column: 1 })
    await window.press('End')
    await window.type('\n- action')
    await window.suggestion('action').waitFor()
  })
  await window.step('snippet-expanded', async () => {
    await window.press('Tab')
    await window.line('- AI @someone: what is to be done')
  })
  await window.step('beside-the-text', async () => {
    await window.press('Escape')
    await window.open('storage/20251117.md')
    await window.shown('one open action from last time').waitFor()
  })
  await window.step('lens-followed', async () => {
    await window.followLens('one open action from last time')
    await window.peek('put the last copy').waitFor()
    await window.press('Escape')
  })
  await window.step('outline', async () => {
    await window.open(report)
    await window.command('Explorer: Focus on Outline View')
    await window.outline('Community Call').waitFor()
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await window.press(key)
    await window.outline('Team Storage').and(window.focusedRow()).waitFor()
  })
  await window.step('outline-followed', async () => {
    await window.press('Enter')
    await window.cursorAt({ line: 17 })
  })
  await window.step('status', async () => {
    await window.open('platform/20251105.md')
    await window.hoverStatus()
    await window.shown('Team Platform · Wed 2025-11-05').waitFor()
  })
  await window.step('link-followed', async () => {
    await window.open(report, { line: 19, column: 20 })
    await window.command('Open Link')
    await window.focused('storage/20251103.md').waitFor()
  })
  await window.step('link-hovered', async () => {
    await window.open(report, { line: 12, column: 40 })
    await window.pressUntil('Control+k Control+i', window.hover('Team Platform · Wed 2025-11-05'))
  })
  await window.step('definition', async () => {
    await window.press('Escape')
    await window.press('F12')
    await window.focused('platform/20251105.md').waitFor()
  })
  await window.step('handle-hovered', async () => {
    await window.open(report, { line: 5, column: 14 })
    await window.pressUntil('Control+k Control+i', window.hover('Last meetings'))
  })
  await window.step('references', async () => {
    await window.press('Escape')
    await window.pressUntil('Shift+F12', window.reference('@oduya-k'))
  })
  await window.step('minutes-line-hovered', async () => {
    await window.press('Escape')
    await window.open(report, { line: 31, column: 3 })
    await window.pressUntil('Control+k Control+i', window.hover('the days that these minutes report on'))
  })
  await window.step('team-section', async () => {
    await window.open('community-call/20251023.md')
    await window.press('Control+End')
    await window.type('\n### ')
    await window.suggestion('SIG Documentation').waitFor()
  })
  await window.step('team-section-accepted', async () => {
    await window.press('Enter')
    await window.line('### SIG Documentation')
  })
  await window.step('picture-asked-for', async () => {
    await window.open('platform/20250604.md', { line: 27, column: 60 })
    await window.pressUntil('Control+.', window.quickFix('Store the picture'))
    await window.press('Enter')
    await window.dialog('Download the picture from pad.lighthouse-commons.example').waitFor()
  })
  await window.step('picture-refused', async () => {
    await window.press('Escape')
    await window.dialog('Download').waitFor({ state: 'detached' })
    await window.line('https://pad.lighthouse-commons.example/uploads/')
  })
  await window.step('people', async () => {
    await window.open('platform/20251217.md', { line: 6, column: 1 })
    await window.press('End')
    await window.type('\n* @')
    await window.suggestion('@noor-haddad').waitFor()
  })
  await window.step('people-by-letter', async () => {
    await window.type('gr')
    await window.suggestion('@mikoaalto').waitFor({ state: 'detached' })
  })
  await window.step('person-accepted', async () => {
    await window.press('Enter')
    await window.line('* @gretchen-p')
  })
  await window.step('duty', async () => {
    await window.press('Control+End')
    await window.type('\nMinute taker: @')
    await window.suggestion('@priya-raman').waitFor()
    await window.pressUntil('Control+Space', window.shown('Took the minutes last on'))
  })
  await window.step('duty-assigned', async () => {
    await window.press('Enter')
    await window.line('Minute taker: @priya-raman')
  })
  await window.step('link-narrowed', async () => {
    await window.press('Escape')
    await window.type('\n\nAs in [')
    await window.suggestion('2025-12-10').waitFor()
    await window.type('storage')
    await window.suggestion('2025-12-10').waitFor({ state: 'detached' })
    await window.press('Enter')
    await window.line('As in [Team Storage 2025-12-15](https://github.com/lighthouse-commons/minutes/blob/')
  })
  await window.step('link', async () => {
    await window.type('\n\nAs in [')
    await window.suggestion('2025-12-10').waitFor()
  })
  await window.step('link-accepted', async () => {
    await window.press('Enter')
    await window.line('As in [2025-12-10](https://github.com/lighthouse-commons/minutes/blob/main/platform/')
  })
  await window.step('heading-of-link', async () => {
    await window.press('ArrowLeft')
    await window.type('#')
    await window.suggestion('Ferries').waitFor()
  })
  await window.step('heading-accepted', async () => {
    await window.type('ferr')
    await window.press('Enter')
    await window.line('#ferries)')
  })
  await window.step('issue', async () => {
    await window.press('Control+End')
    await window.type('\n\nSee harbourd#')
    await window.suggestion('harbourd#402').waitFor()
  })
  await window.step('issue-accepted', async () => {
    await window.press('Enter')
    await window.line('See [harbourd#402](https://github.com/lighthouse-commons/harbourd/pull/402)')
  })
  await window.step('issue-hovered', async () => {
    await window.type(', then issues#188')
    await window.press('Escape')
    await window.pressUntil('Control+k Control+i', window.hover('lighthouse-commons/issues#188'))
  })
  await window.step('issue-linked', async () => {
    await window.press('Escape')
    await window.pressUntil('Control+.', window.quickFix('Link issues#188'))
    await window.press('Enter')
    await window.line('[issues#188](https://github.com/lighthouse-commons/issues/issues/188)')
  })
  await window.step('new-name', async () => {
    await window.open(charter, { line: 29, column: 40 })
    await window.pressUntil('F2', window.renameBox())
  })
  await window.step('file-renamed', async () => {
    await window.typeName('../sig-community/2025-02-14.md')
    await window.line('[minutes of 2025-02-14](../sig-community/2025-02-14.md)')
    await window.open('community-call/20250220.md', { line: 25, column: 1 })
    await window.line('sig-community/2025-02-14.md')
  })
  await window.step('heading-renamed', async () => {
    await window.open('sig-community/2025-02-14.md', { line: 24, column: 8 })
    await window.pressUntil('F2', window.renameBox())
    await window.typeName('Small tasks & helpers')
    await window.line('## Small tasks & helpers')
  })
  await window.step('name-refused', async () => {
    await window.goTo({ line: 5, column: 6 })
    await window.pressUntil('F2', window.renameBox())
    await window.typeName('@not a handle')
    await window.shown('Nobody on GitHub is called').waitFor()
  })
  await window.step('handle-previewed', async () => {
    await window.pressUntil('F2', window.renameBox())
    await window.typeName('@kwame-boateng')
    await window.refactoring('20240905.md').waitFor()
  })
  await window.step('handle-renamed', async () => {
    await window.click('Apply')
    await window.open('community-call/20250220.md', { line: 5, column: 1 })
    await window.line('- Minutes: @kwame-boateng')
  })
}
