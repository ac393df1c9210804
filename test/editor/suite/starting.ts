import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, until } from './window.ts'

const folder = 'storage'

describe('New minutes', () => {
  afterEach(closeAll)

  it('are made in the folder of a team, with the cursor where typing starts, and undone at once', async () => {
    const known = await files()
    const done = vscode.commands.executeCommand('minutes.newMinutes', fileUri(folder))
    const editor = await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      const { activeTextEditor } = vscode.window
      return activeTextEditor?.document.uri.path.includes(`/${folder}/`) && activeTextEditor
    })
    await done
    const { document, selection } = editor
    assert.ok(!known.has(document.uri.toString()))
    assert.match(document.getText(), /^# Team Storage, \d{4}-\d\d-\d\d\n\n## Who is here\n\n\* @oduya-k\n/)
    assert.equal(document.isDirty, false)
    assert.equal(document.lineAt(selection.active.line).text, '* Minute taker: ')
    assert.equal(selection.active.character, '* Minute taker: '.length)
    await vscode.commands.executeCommand('undo')
    await until(async () => (await files()).size === known.size)
  })

  it('are not made by whoever changes their mind', async () => {
    const known = await files()
    const done = vscode.commands.executeCommand('minutes.newMinutes', fileUri(folder))
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
      return Promise.race([
        done.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), 50)),
      ])
    })
    assert.deepEqual(await files(), known)
  })
})

/** The URIs of all files of the team. */
async function files(): Promise<ReadonlySet<string>> {
  const all = await vscode.workspace.fs.readDirectory(fileUri(folder))
  return new Set(all.map(([name]) => fileUri(`${folder}/${name}`).toString()))
}
