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

  it('goToReport arrives at the section on the team', async () => {
    await openFile('platform/20251105.md')
    await vscode.commands.executeCommand('minutes.goToReport')
    const target = fileUri('community-call/20251106.md').toString()
    const lineHere = () => {
      const editor = vscode.window.activeTextEditor
      if (editor?.document.uri.toString() !== target) return undefined
      return editor.document.lineAt(editor.selection.active.line).text
    }
    await until(() => lineHere() === '### Team Platform')
  })

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
