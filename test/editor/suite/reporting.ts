import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

const report = 'community-call/20251106.md'
const line = 'Minutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'

describe('Reports', () => {
  afterEach(closeAll)

  it('are refreshed in one step that can be undone', async () => {
    const { document } = await openFile(report)
    const before = document.getText()
    await vscode.commands.executeCommand('minutes.refreshReport')
    await until(() => document.getText().includes(line))
    assert.match(document.getText(), /\/storage\/20251103\.md#1-old-files/)
    for (const written of before.split('\n').filter((one) => !one.startsWith('Minutes'))) {
      assert.ok(document.getText().split('\n').includes(written), `this line is gone: ${written}`)
    }
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('are drafted for the next day, with the cursor where typing starts, and undone at once', async () => {
    const known = await reports()
    const done = vscode.commands.executeCommand('minutes.draftReport')
    const editor = await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      const { activeTextEditor } = vscode.window
      return activeTextEditor && !known.has(activeTextEditor.document.uri.toString()) && activeTextEditor
    })
    await done
    const { document, selection } = editor
    assert.match(document.getText(), /^# Community Call \d{4}-\d\d-\d\d\n\n## Meta\n/)
    assert.equal(document.isDirty, false)
    assert.match(document.lineAt(selection.active.line).text, /^- Minutes: ?$/)
    assert.equal(selection.active.character, document.lineAt(selection.active.line).text.length)
    await vscode.commands.executeCommand('undo')
    await until(async () => (await reports()).size === known.size)
  })

  it('are not drafted by whoever changes their mind', async () => {
    const known = await reports()
    const done = vscode.commands.executeCommand('minutes.draftReport')
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
      return Promise.race([
        done.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), 50)),
      ])
    })
    assert.deepEqual(await reports(), known)
  })
})

/** The URIs of all reports. */
async function reports(): Promise<ReadonlySet<string>> {
  const files = await vscode.workspace.fs.readDirectory(fileUri('community-call'))
  return new Set(files.map(([name]) => fileUri(`community-call/${name}`).toString()))
}
