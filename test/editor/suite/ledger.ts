import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

const minutes = 'storage/20251117.md'
const action = "estimate the size of Orrin Sound's archive"
const later = 'storage/20251201.md'

describe('What was promised', () => {
  afterEach(closeAll)

  it('an action at the cursor is marked as done as the team marks it, and one undo takes that back', async () => {
    const text = (await openFile('storage/20251215.md')).document.getText()
    await at("order two disks for Orrin Sound's copy")
    await vscode.commands.executeCommand('minutes.markActionDone')
    await until(() => vscode.window.activeTextEditor?.document.getText().includes("Orrin Sound's copy_ ✅"))
    await vscode.commands.executeCommand('undo')
    assert.equal(vscode.window.activeTextEditor!.document.getText(), text)
  })

  it('what is done in later minutes is not marked in earlier ones', async () => {
    const { document } = await openFile(minutes)
    const text = document.getText()
    await at(action)
    await vscode.commands.executeCommand('minutes.markActionDone')
    assert.equal(document.getText(), text)
    assert.ok((await vscode.workspace.openTextDocument(fileUri(later))).getText().includes(`${action}_ ✅`))
  })

  it('an action is carried over to minutes that have just come, and these are shown', async () => {
    const path = 'storage/20251229.md'
    const uri = fileUri(path)
    await vscode.workspace.fs.writeFile(uri, Buffer.from('# Storage 2025-12-29\n\n## Open actions\n\n* none\n'))
    try {
      await openFile('storage/20251215.md')
      await until(async () => {
        await at("order two disks for Orrin Sound's copy")
        await vscode.commands.executeCommand('minutes.carryActionOver')
        return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()
      })
      const { document } = vscode.window.activeTextEditor!
      assert.equal(
        document.getText(),
        "# Storage 2025-12-29\n\n## Open actions\n\n* none\n* _AI @tomaszn: order two disks for Orrin Sound's copy_\n",
      )
      assert.ok(document.isDirty)
      await vscode.commands.executeCommand('undo')
      assert.ok(!document.getText().includes('disks'))
    } finally {
      await closeAll()
      await vscode.workspace.fs.delete(uri)
    }
  })

  it('an action whose minutes have gone since is not opened, and its reader is told', async () => {
    const uri = fileUri('storage/20251230.md')
    const last = { location: { uri: uri.toString(), range: new vscode.Range(0, 0, 0, 1) }, day: '2025-12-30' }
    const told: string[] = []
    const { showInformationMessage } = vscode.window
    Object.assign(vscode.window, { showInformationMessage: async (message: string) => void told.push(message) })
    try {
      await vscode.commands.executeCommand('minutes.openAction', { last })
      assert.deepEqual(told, ['storage/20251230.md is no longer there.'])
    } finally {
      Object.assign(vscode.window, { showInformationMessage })
    }
  })

  it('the view and its commands are there', async () => {
    const known = await vscode.commands.getCommands(true)
    for (const command of ['focusActions', 'filterActions', 'groupActionsByTeam', 'showClosedActions', 'openAction'])
      assert.ok(known.includes(`minutes.${command}`), command)
    await vscode.commands.executeCommand('minutes.focusActions')
  })
})

/** Puts the cursor into the first line that has a text. */
async function at(text: string): Promise<void> {
  const editor = await until(() => vscode.window.activeTextEditor)
  const offset = editor.document.getText().indexOf(text)
  assert.ok(offset >= 0, `"${text}" is not in ${editor.document.uri.path}`)
  const place = editor.document.positionAt(offset)
  editor.selection = new vscode.Selection(place, place)
}
