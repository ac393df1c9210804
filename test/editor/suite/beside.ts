import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, until } from './window.ts'

describe('What stands beside the text', () => {
  let document: vscode.TextDocument
  before(async () => {
    document = (await openFile('storage/20251117.md')).document
  })
  after(closeAll)

  it('tells above minutes where they were reported and what was left open, and shows it', async () => {
    const lenses = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      )
      return found.length > 1 && found
    })
    const titles = lenses.map(({ command }) => command!.title)
    assert.deepEqual(titles, ['reported in one call', 'one open action from last time'])
    const { command } = lenses[1]!
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!)
    const meetingBefore = fileUri('storage/20251103.md').toString()
    await until(() => vscode.window.visibleTextEditors.some((shown) => shown.document.uri.toString() === meetingBefore))
  })

  it('tells the weekday of the title', async () => {
    const all = new vscode.Range(0, 0, document.lineCount, 0)
    const hints = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      )
      return found.length && found
    })
    assert.equal(hints[0]!.label, 'Mon')
    assert.equal(hints[0]!.position.line, 0)
  })

  it('tells handles from text', async () => {
    const tokens = await until(() =>
      vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
    )
    assert.equal(tokens.data.length % 5, 0)
    assert.ok(tokens.data.length > 0)
  })
})
