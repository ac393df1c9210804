import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, expectFindings, fileUri, openFile, replace, until } from './window.ts'

const report = 'community-call/20251106.md'
const faults = ['19 stale-minutes-line', '25 stale-minutes-line', '31 stale-minutes-line']

describe('What a person prefers', () => {
  afterEach(async () => {
    await closeAll()
    for (const name of ['minutes.rules', 'editor.codeActionsOnSave']) await prefer(name, undefined)
  })

  it('switches a rule off, and on again', async () => {
    await openFile(report)
    await expectFindings(report, faults)
    await prefer('minutes.rules', { 'stale-minutes-line': 'off' })
    await expectFindings(report, [])
    await prefer('minutes.rules', undefined)
    await expectFindings(report, faults)
  })

  it('is to have what is safe fixed on save', async () => {
    const untouched = await textOf(report)
    await prefer('editor.codeActionsOnSave', { 'source.fixAll.minutes': 'explicit' })
    const editor = await openFile(report)
    await expectFindings(report, faults)
    await replace(editor, '## AOB', '## Any other business')
    await editor.document.save()
    assert.match(editor.document.lineAt(18).text, /\/storage\/20251103\.md$/)
    assert.equal(await textOf(report), editor.document.getText(), 'what was fixed is stored')
    await expectFindings(report, [])
    await vscode.workspace.fs.writeFile(fileUri(report), new TextEncoder().encode(untouched))
  })

  it('has only what is safe fixed on save', async () => {
    const path = 'platform/20250219.md'
    const untouched = await textOf(path)
    await prefer('editor.codeActionsOnSave', { 'source.fixAll.minutes': 'explicit' })
    const editor = await openFile(path)
    await expectFindings(path, ['1 date-mismatch'])
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, '\nMore\n'),
    )
    const typed = editor.document.getText()
    await editor.document.save()
    assert.equal(await textOf(path), typed, 'neither is the date changed nor the file renamed')
    await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(untouched))
  })
})

describe('The code of a finding', () => {
  afterEach(closeAll)

  it("leads to its rule's page", async () => {
    await openFile(report)
    await expectFindings(report, faults)
    const { code } = vscode.languages.getDiagnostics(fileUri(report)).find(({ source }) => source === 'minutes')!
    assert.ok(typeof code === 'object')
    const page = await vscode.workspace.openTextDocument(code.target)
    assert.match(page.getText(), /^# stale-minutes-line\n/)
    assert.equal(page.languageId, 'markdown')
  })

  it('shows what the command shows: the page as it reads best', async () => {
    await vscode.commands.executeCommand('minutes.explainRule', 'date-mismatch')
    const shown = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input)
    assert.ok(shown instanceof vscode.TabInputCustom, 'a preview, no text')
    assert.match(shown.uri.path, /date-mismatch\.md$/)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })
})

async function prefer(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global)
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)))
}
