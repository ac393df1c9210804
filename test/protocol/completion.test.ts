import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const report = 'call/20250313.md'
const behindMinutes = { line: 4, character: 8 }

async function open(folder: Folder, client: Client, text = folder.read(report)): Promise<string> {
  const uri = folder.uriOf(report)
  await client.open(uri, text)
  await client.diagnostics(uri)
  return uri
}

describe('completion on a minutes line', () => {
  test('has the right file first', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client)
    const items = await client.completions(uri, behindMinutes)
    assert.deepEqual(
      items.map(({ label, sortText, preselect }) => [label, sortText, preselect]),
      [
        ['20250312.md', '0000', true],
        ['20250305.md', '0001', undefined],
      ],
    )
    const [first] = items
    assert.equal(first!.kind, lsp.CompletionItemKind.File)
    assert.deepEqual(first!.labelDetails, { description: 'Wed · Hooks' })
    assert.equal(first!.detail, 'Wed 2025-03-12')
    assert.equal(first!.insertTextFormat ?? lsp.InsertTextFormat.PlainText, lsp.InsertTextFormat.PlainText)
    assert.deepEqual(first!.textEdit, {
      range: { start: behindMinutes, end: behindMinutes },
      newText: ` ${urlOf('crane/20250312.md')}`,
    })
  })

  test('tells all topics when it is asked for more', async (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write('crane/20250312.md', '# Crane 2025-03-12\n\n## Hooks\n\n## *Ropes*\n\n## Chains\n\n## A [b] <c>\n')
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client)
    const [first] = await client.completions(uri, behindMinutes)
    assert.equal(first!.documentation, undefined)
    const { documentation } = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, first!)
    assert.deepEqual(documentation, {
      kind: 'markdown',
      value: '- Hooks\n- Ropes\n- Chains\n- A \\[b\\]',
    })
  })

  test('takes a note before the colon away', async (t) => {
    const folder = new Folder(t, smallRepository('Minutes (none yet): '))
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client)
    const [first] = await client.completions(uri, { line: 4, character: 20 })
    const range = { start: { line: 4, character: 7 }, end: { line: 4, character: 18 } }
    assert.deepEqual(first!.additionalTextEdits, [{ range, newText: '' }])
  })

  test('stays on the line of the cursor, and around it', async (t) => {
    const line = '- **Minutes:** <https://github.com/harbour/minutes/tree/main/crane> (soon)'
    const folder = new Folder(t, smallRepository(line))
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client)
    for (let character = 0; character <= line.length; character += 1) {
      for (const { textEdit } of await client.completions(uri, { line: 4, character })) {
        const { range } = textEdit as lsp.TextEdit
        assert.equal(range.start.line, 4)
        assert.equal(range.end.line, 4)
        assert.ok(range.start.character <= character && character <= range.end.character, `around ${character}`)
      }
    }
  })
})

describe('completion of a section', () => {
  const text = '# Call 2025-03-13\n\n###\n'
  const behindMarks = { line: 2, character: 3 }
  const section = `### Team Crane\n\nMinutes: ${urlOf('crane/20250312.md')}\n\n- `

  test('is a snippet that ends where one goes on', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client, text)
    const [first] = await client.completions(uri, behindMarks)
    assert.equal(first!.kind, lsp.CompletionItemKind.Module)
    assert.equal(first!.insertTextFormat, lsp.InsertTextFormat.Snippet)
    assert.equal((first!.textEdit as lsp.TextEdit).newText, `${section}$0`)
  })

  test('escapes what means something in a snippet', async (t) => {
    const folder = new Folder(t, smallRepository())
    for (const path of ['.minutes.json', 'call/20250306.md']) {
      folder.write(
        path,
        folder.read(path).replace('Team Crane', () => 'Team $1 {x}'),
      )
    }
    const client = await Client.during(t, [folder.uri])
    const uri = await open(folder, client, text)
    const [first] = await client.completions(uri, behindMarks)
    assert.match((first!.textEdit as lsp.TextEdit).newText, /^### Team \\\$1 \{x\\\}\n/)
  })

  test('is plain text for clients without snippets', async (t) => {
    const { completion: _, ...textDocument } = fullCapabilities.textDocument!
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri], { capabilities: { ...fullCapabilities, textDocument } })
    const uri = await open(folder, client, text)
    const [first] = await client.completions(uri, behindMarks)
    assert.equal(first!.insertTextFormat, lsp.InsertTextFormat.PlainText)
    assert.equal((first!.textEdit as lsp.TextEdit).newText, section)
  })
})
