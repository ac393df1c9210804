import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openFile, until } from './window.ts'

const forge = 'https://github.com/lighthouse-commons/minutes/blob/main/'

/** VS Code's own Markdown extension offers paths and headings: ours are there too, and nothing comes twice. */
describe('Completion beside the Markdown extension', () => {
  let editor: vscode.TextEditor
  beforeEach(async () => {
    editor = await openFile('platform/20251217.md')
  })
  afterEach(closeAll)

  it('has URLs of ours and paths of its own between brackets', async () => {
    const texts = await offered('[then](', (texts) => texts.includes('20251210.md') && texts.some(isUrl))
    assert.ok(texts.includes(`${forge}storage/20251215.md`))
  })

  it('has URLs of ours and paths of its own in a definition', async () => {
    const texts = await offered('[then]: ', (texts) => texts.includes('20251210.md') && texts.some(isUrl))
    assert.ok(texts.includes(`${forge}storage/20251215.md`))
  })

  for (const typed of ['[then](../storage/', '[then](#', '[then](../storage/20251103.md#', '[then]: ../storage/']) {
    it(`has nothing of ours behind ${typed}`, async () => {
      const texts = await offered(typed, (texts) => texts.length > 0)
      assert.ok(!texts.some(isUrl), texts.join(', '))
    })
  }

  it('has the headings of a URL', async () => {
    const texts = await offered(`[then](${forge}storage/20251103.md#`, (texts) => texts.length > 0)
    assert.ok(texts.includes('#follow-up'), texts.join(', '))
  })

  it('has each picture once, wherever it lies', async () => {
    const isWhole = (texts: string[]) => texts.includes('skarvik-tiles.png') && texts.some((text) => /^\.\./.test(text))
    const texts = await offered('![tiles](', isWhole)
    assert.ok(texts.includes('../storage/replication-lag.png'), texts.join(', '))
  })

  it('has whole links', async () => {
    const texts = await offered('See [', (texts) => texts.length > 0)
    assert.ok(texts.includes(`[2025-12-10](${forge}platform/20251210.md)`), texts.join(', '))
  })

  /** What is offered behind a text that is typed below the last line, once it is complete. None of it comes twice. */
  async function offered(typed: string, isComplete: (texts: string[]) => boolean): Promise<string[]> {
    const { document } = editor
    const end = document.lineAt(document.lineCount - 1).range.end
    await editor.edit((edit) => edit.insert(end, `\n\n${typed}`))
    const position = document.positionAt(document.getText().length)
    const items = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      )
      const found = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
      return isComplete(found.map(textOf)) && found
    })
    for (const shown of [items.map(labelOf), items.map(textOf)]) {
      assert.deepEqual(shown, [...new Set(shown)], 'nothing comes twice')
    }
    return items.map(textOf)
  }
})

function isUrl(text: string): boolean {
  return text.startsWith(forge)
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : `${label.label} ${label.description ?? ''}`
}

function textOf({ label, insertText }: vscode.CompletionItem): string {
  const text = insertText ?? label
  return typeof text === 'string' ? text : 'value' in text ? text.value : text.label
}
