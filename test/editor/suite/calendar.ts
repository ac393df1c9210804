import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openFile, until } from './window.ts'

describe('The calendar', () => {
  afterEach(closeAll)

  it('is shown once, and again when it has been closed', async () => {
    await openFile('storage/20251117.md')
    await until(async () => (await vscode.commands.getCommands(true)).includes('minutes.showCalendar'))
    await vscode.commands.executeCommand('minutes.showCalendar')
    await until(() => panels().length === 1)
    await vscode.commands.executeCommand('minutes.showCalendar')
    assert.equal(panels().length, 1)
    await vscode.window.tabGroups.close(panels())
    assert.equal(panels().length, 0)
    await vscode.commands.executeCommand('minutes.showCalendar')
    await until(() => panels().length === 1)
  })
})

function panels(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs)
  return tabs.filter(({ label }) => label === 'Calendar of Meetings')
}
