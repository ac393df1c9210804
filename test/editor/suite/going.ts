import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

describe('Commands that go to meetings', () => {
  afterEach(closeAll)

  for (const [command, from, to] of [
    ['goToNextMeeting', 'storage/20251103.md', 'storage/20251117.md'],
    ['goToPreviousMeeting', 'storage/20251117.md', 'storage/20251103.md'],
    ['goToReport', 'platform/20251105.md', 'community-call/20251106.md'],
  ] as const) {
    it(`${command} leads from ${from} to ${to}`, async () => {
      await openFile(from)
      await vscode.commands.executeCommand(`minutes.${command}`)
      const target = fileUri(to).toString()
      await until(() => vscode.window.activeTextEditor?.document.uri.toString() === target)
    })
  }

  it('goToReportedMeeting leads from a section to the minutes of its team', async () => {
    const editor = await openFile('community-call/20251106.md')
    const at = editor.document.positionAt(editor.document.getText().indexOf('### Team Storage'))
    editor.selection = new vscode.Selection(at, at)
    await vscode.commands.executeCommand('minutes.goToReportedMeeting')
    const target = fileUri('storage/20251103.md').toString()
    await until(() => vscode.window.activeTextEditor?.document.uri.toString() === target)
  })

  it('are all there', async () => {
    const known = await vscode.commands.getCommands(true)
    assert.ok(known.includes('minutes.goToLatestMeeting'))
  })
})
