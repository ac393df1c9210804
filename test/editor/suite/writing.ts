import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fileUri, openFile, replace, until } from './window.ts'

describe('Writing and reading', () => {
  afterEach(closeAll)

  it('completes a minutes line, the right minutes first', async () => {
    const editor = await openFile('community-call/20251106.md')
    await replace(editor, 'Minutes: none yet', 'Minutes: ')
    const items = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        new vscode.Position(18, 'Minutes: '.length),
      )
      return list.items.some((item) => textOf(item).includes('/storage/')) ? list.items : undefined
    })
    const [first] = items.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    assert.match(textOf(first!), /\/storage\/20251103\.md$/)
  })

  it('outlines a report by its teams', async () => {
    const { document } = await openFile('community-call/20251106.md')
    const symbols = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      )
      return flat(found).some((symbol) => !symbol.name.startsWith('#')) && flat(found)
    })
    const names = symbols.map((symbol) => symbol.name).filter((name) => !name.startsWith('#'))
    for (const team of ['Team Platform', 'Team Storage', 'SIG Docs', 'SIG Community']) {
      assert.equal(names.filter((name) => name === team).length, 1, names.join(', '))
    }
  })

  it('leads from a repository link to its file', async () => {
    const { document } = await openFile('community-call/20251106.md')
    await until(async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        10,
      )
      return links.some((link) => link.target?.toString() === fileUri('platform/20251105.md').toString())
    })
  })
})

function textOf({ label, insertText }: vscode.CompletionItem): string {
  const text = insertText ?? label
  return typeof text === 'string' ? text : 'value' in text ? text.value : text.label
}

function sortKey({ label, sortText }: vscode.CompletionItem): string {
  return sortText ?? (typeof label === 'string' ? label : label.label)
}

function flat(symbols: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)])
}
